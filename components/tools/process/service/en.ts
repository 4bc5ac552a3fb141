import type { ServiceWords } from './words.ts';

const words: ServiceWords = {
  gap: ' ',
  titleBoth: (rss, unseen) => `RSS is ${rss}; no Go counter sees ${unseen} of it`,
  titleAtLeast: (rss, unseen) => `RSS is ${rss}; at least ${unseen} of it are in no Go counter`,
  titleApart: (rss, counted) => `RSS is ${rss}; Go counts ${counted}, in memory or not`,
  titleGo: (counted) => `Go counts ${counted}`,
  titleCharge: (charged) => `The cgroup is charged ${charged}`,
  titleRss: (rss) => `RSS is ${rss}`,
  titleNothing: 'No number of memory in this text',
  nothing: 'It was read, and none of its names is one of Go’s counters, of the process’s RSS or of a memory cgroup. The commands below print them.',
  go: (sys, released, counted) => `Go has taken ${sys} from the system (Sys) and released ${released} of it. The ${counted} that are left are what GOMEMLIMIT limits.`,
  untouched: (amount) => `Of these ${amount} are mapped and were never touched: Go counts them, RSS does not.`,
  cameBack: (amount) => `${amount} more than that are resident in Go’s mappings: pages that were released are back, as huge pages bring them back, or the readings are of different moments.`,
  charge: (usage, limit) => `The cgroup is charged ${usage}${limit === undefined ? ', and nothing limits it' : ` of ${limit}`}.`,
  workingSet: (amount) => `Its working set, by which Kubernetes evicts, is ${amount}: usage without inactive file pages.`,
  missing: (fields) => `The account needs ${fields.join(', ')} too, which this reading does not tell.`,
  moments: 'Each text is of its own moment. What changed between them shows as a difference of a few hundred KiB, or more under load.',

  bar: 'On one bar',
  pieces: {
    objects: ['objects', 'HeapAlloc'],
    unused: ['free slots', 'HeapInuse − HeapAlloc'],
    free: ['free pages', 'HeapIdle − HeapReleased'],
    stacks: ['goroutine stacks', 'StackSys'],
    tables: ['the runtime’s tables', 'Sys − HeapSys − StackSys'],
    unseen: ['in no Go counter', 'RSS − what Go counts of it'],
    process: ['the process', 'RSS'],
    anon: ['processes', 'anon, or rss'],
    cache: ['page cache', 'charged beyond RSS: file, or cache'],
    kernel: ['the kernel', 'page tables, stacks, slabs'],
    rest: ['other charges', 'usage − all above'],
  },
  share: (percent) => `${percent}%`,
  atLeast: (amount) => `at least ${amount}`,
  limit: (amount) => `limit ${amount}`,

  reading: 'By',
  sources: { footer: 'heap?debug=1', prometheus: 'Prometheus', json: 'JSON', status: 'status' },
  atLine: (source, target, line) => `${source}${target === '' ? '' : ` ${target}`}, line ${line}`,

  identities: (all) => `The reading adds up: all ${all} sums that MemStats must keep are kept, to the byte.`,
  broken: 'The reading does not add up. Two moments were mixed, or a line was changed:',
  equation: (whole, parts, relation, left, right) => `${whole} ${relation === 'equal' ? '=' : '≥'} ${parts.join(' + ')}: ${left} and ${right} bytes`,

  findings: 'What to try',
  noFindings: 'Nothing stands out.',
  tryThis: 'Try',
  finding: {
    cHeap: ({ amount }) => ({
      title: `C’s heap: ${amount}`,
      means: 'glibc’s heap and its arenas. They are in no Go counter, and no collection frees them.',
      tries: ['MALLOC_ARENA_MAX=2, once: if RSS falls, the arenas were the cause.', 'Search for C.malloc and C.CString without C.free.'],
    }),
    alikeTables: ({ amount }) => ({
      title: `Most likely C’s: ${amount}`,
      means: 'In the map this looks like the runtime’s own tables, but the runtime says it has no more than is on the bar. malloc maps each large block by itself, and several such blocks look the same.',
      tries: ['Look at what libraries in C keep: decoders, compressors, databases.', 'Take smaps twice: if this grows while the bar’s other pieces do not, C leaks.'],
    }),
    unseen: ({ amount }) => ({
      title: `The program and its libraries: ${amount}`,
      means: 'Code and data mapped from files. The kernel can drop the clean pages at any time, and processes of one file share them.',
      tries: ['Nothing: limit by what else there is.'],
    }),
    unseenOnly: ({ amount }) => ({
      title: `In no Go counter: ${amount}`,
      means: 'RSS without what Go counts: code, C, stacks of threads. Counters do not tell which.',
      tries: ['Paste smaps of the same process below these lines: it names the owners.'],
    }),
    needRss: () => ({
      title: 'The part no Go counter sees',
      means: 'Go’s counters do not tell RSS.',
      tries: ['Add smaps, /proc/PID/status, or /metrics with process_resident_memory_bytes to the same text.'],
    }),
    free: ({ amount }) => ({
      title: `Free and not given back: ${amount}`,
      means: 'Pages without an object, kept for the next ones. What exceeds the need of the last collection by more than a tenth the scavenger gives back, slowly.',
      tries: ['Wait some minutes, and look again.', 'debug.FreeOSMemory() after a known peak: all of it, at once.', 'GOMEMLIMIT below the container’s limit: near it the runtime gives back before it takes more.'],
    }),
    garbage: ({ amount, bytes, has }) => ({
      title: `Allocated since the last collection: ${amount}`,
      means: `${bytes('live')} were live then. What came since is new or already garbage${has('goal') ? `; the heap may grow to ${bytes('goal')} before the next collection` : ''}.`,
      tries: ['A lower GOGC, or GOMEMLIMIT, collects earlier and costs CPU.', 'Allocate less: go tool pprof -sample_index=alloc_space.'],
    }),
    fragmented: ({ amount, bytes }) => ({
      title: `Fragmented: ${amount}`,
      means: `Spans in use hold more than the heap goal of ${bytes('goal')}: a few objects keep each of them, and objects never move.`,
      tries: ['Find long-lived small objects among short-lived ones in the heap profile, and make them elsewhere or in one slice.'],
    }),
    unused: ({ amount }) => ({
      title: `Free slots in spans: ${amount}`,
      means: 'Room for objects of the same size. There is most of it right after a collection and least before the next.',
      tries: ['Look again just before a collection: only what is still free then is fragmentation.'],
    }),
    stacks: ({ amount, count, bytes, has }) => ({
      title: `Stacks of goroutines: ${amount}`,
      means: has('each') ? `${count('goroutines')} goroutines, ${bytes('each')} each.` : 'Stacks grow by doubling, and shrink by half in a collection, where they are used to less than a quarter.',
      tries: ['/debug/pprof/goroutine?debug=1: which wait is it, and how many wait there?', 'Fewer goroutines that wait, or less depth in those that do.'],
    }),
    tables: ({ amount }) => ({
      title: `The runtime’s tables: ${amount}`,
      means: 'Spans, mark bits, profile buckets. They follow the largest heap there was and are kept.',
      tries: ['Nothing, in a small process: there they are only a large share.', 'In a large one: a lower peak of the heap.'],
    }),
    cache: ({ amount, bytes, has }) => ({
      title: `Page cache: ${amount}`,
      means: `Files read or written, charged to the cgroup that touched them first. It is not the process’s: before the kernel kills, it takes the inactive pages (${bytes('inactive')})${has('working') ? `, and the working set, ${bytes('working')}, leaves them out` : ''}. Active ones (${bytes('active')}) are in the working set.`,
      tries: ['Hold the limit against the working set, not against usage.', 'Read large files once, or with FADV_DONTNEED: a second reading makes pages active.'],
    }),
    kernel: ({ amount }) => ({
      title: `The kernel’s, for this cgroup: ${amount}`,
      means: 'Page tables, kernel stacks, slabs, socket buffers, and pages charged ahead.',
      tries: ['memory.stat tells which: slab for many files, sock for many connections, pagetables for many mappings.'],
    }),
    noGoLimit: ({ bytes }) => ({
      title: 'GOMEMLIMIT is not set',
      means: `The cgroup may have ${bytes('limit')}. Go does not know it, and collects by GOGC alone.`,
      tries: [`GOMEMLIMIT of at most ${bytes('room')}: the limit without what Go does not see, ${bytes('unseen')}. Leave some of that free, too.`],
    }),
    goLimitTooHigh: ({ bytes }) => ({
      title: 'GOMEMLIMIT leaves too little room',
      means: `${bytes('goLimit')} for Go, and what it does not see, ${bytes('unseen')}, are more than the ${bytes('limit')} allowed.`,
      tries: [`GOMEMLIMIT of at most ${bytes('room')}.`],
    }),
    swap: ({ amount }) => ({
      title: `In swap: ${amount}`,
      means: 'Neither in RSS nor on the bar. A collection reads all of the heap, and fetches it back.',
      tries: ['A limit that holds the heap, or GOMEMLIMIT below what is in memory.'],
    }),
    killed: ({ count }) => ({
      title: `Killed by the kernel: ${count('times')}`,
      means: 'memory.events counts a process of this cgroup that was killed because nothing more could be taken back.',
      tries: ['Hold anon and the kernel’s part against the limit: page cache does not kill.'],
    }),
  },

  between: 'Between two readings',
  betweenLines: (target, from, to) => `${target === '' ? '' : `${target}: `}lines ${from} and ${to}`,
  seconds: 'Seconds between them',
  noSeconds: 'The text does not tell when it was taken. Say how many seconds lie between, and these become rates.',
  restarted: 'A counter fell, or the process began anew: these two are not of one life.',
  grown: { TotalAlloc: 'allocated', Mallocs: 'objects made', Frees: 'objects freed', NumGC: 'collections', CPU: 'CPU seconds' },
  columns: { what: 'What', grown: 'Between', perSecond: 'A second' },
  perCollection: (amount) => `${amount} were allocated for each collection.`,

  cockpit: {
    title: 'What another GOGC or GOMEMLIMIT would do',
    link: 'Try these numbers in the pacer cockpit',
    names: {
      Live: (amount) => `${amount} live after a collection`, HeapAlloc: (amount) => `${amount} of objects (HeapAlloc, garbage among them) as live`,
      beside: (amount) => `${amount} beside the heap (Sys − HeapSys)`, outside: (amount) => `${amount} in no Go counter`, container: (amount) => `a container of ${amount}`,
      rate: (amount) => `${amount} allocated a second`, procs: (amount) => `GOMAXPROCS ${amount}`, gogc: (amount) => `GOGC ${amount}`, limit: (amount) => `GOMEMLIMIT ${amount}`,
      busy: (amount) => `${amount} Ps busy`, pointers: (amount) => `${amount}% of the heap to be scanned`, marks: (amount) => `${amount} marked a second by one P`,
    },
    instead: (told, taken) => `${told} (in the figure ${taken})`,
    off: 'off',
    takes: (told) => `It takes from the text: ${told.join('; ')}.`,
    leaves: (untold) => `The text does not tell, and the figure’s example stands for it: ${untold.join('; ')}.`,
    noContainer: 'No limit of a container was told, and none is drawn.',
    carries: 'The link carries these numbers, and nothing else of what you pasted.',
  },

  listed: (shown, all) => `${shown} of ${all} are listed.`,
  skipped: (lines) => `Skipped lines: ${lines}`,
  more: (lines) => `and ${lines} more`,
};
export default words;

import type { ServiceWords } from './words.ts';

const words: ServiceWords = {
  gap: '',
  titleBoth: (rss, unseen) => `RSS 是 ${rss}，其中 ${unseen} 是 Go 的任何计数器都看不见的`,
  titleAtLeast: (rss, unseen) => `RSS 是 ${rss}，其中至少 ${unseen} 是 Go 的任何计数器都看不见的`,
  titleApart: (rss, counted) => `RSS 是 ${rss}；Go 计数 ${counted}，其中可能有从没碰过的页`,
  titleGo: (counted) => `Go 计数 ${counted}`,
  titleCharge: (charged) => `cgroup 记账 ${charged}`,
  titleRss: (rss) => `RSS 是 ${rss}`,
  titleNothing: '这段文本里没有内存的数字',
  nothing: '文本读完了，里面的名字既不是 Go 的计数器，也不是进程的 RSS 或内存 cgroup 的文件。下面的命令可以打印它们。',
  go: (sys, released, counted) => `Go 向系统要了 ${sys}（Sys），归还了其中的 ${released}。剩下的 ${counted} 就是 GOMEMLIMIT 限制的量。`,
  untouched: (amount) => `其中 ${amount} 映射了却从没碰过：Go 算它，RSS 不算。`,
  cameBack: (amount) => `Go 的映射里驻留的比这还多 ${amount}：归还过的页又回来了（大页就会这样），或者几份读数不是同一时刻的。`,
  charge: (usage, limit) => `cgroup 记账 ${usage}${limit === undefined ? '，没有上限' : `，上限 ${limit}`}。`,
  workingSet: (amount) => `工作集是 ${amount}：用量减去不活跃的文件页，Kubernetes 按它驱逐 Pod。`,
  missing: (fields) => `要算账还缺 ${fields.join('、')}，这份读数里没有。`,
  moments: '每份文本都是各自那一刻的。两次之间的变化会成为几百 KiB 的差，负载高时更多。',

  bar: '放在一条上看',
  pieces: {
    objects: ['对象', 'HeapAlloc'],
    unused: ['空槽', 'HeapInuse − HeapAlloc'],
    free: ['空闲页', 'HeapIdle − HeapReleased'],
    stacks: ['goroutine 栈', 'StackSys'],
    tables: ['运行时的表', 'Sys − HeapSys − StackSys'],
    unseen: ['Go 的计数器看不见', 'RSS − 其中 Go 计数的'],
    process: ['进程', 'RSS'],
    anon: ['各进程', 'anon，或 rss'],
    cache: ['页缓存', 'RSS 之外的记账：file，或 cache'],
    kernel: ['内核', '页表、内核栈、slab'],
    rest: ['其他记账', '用量 − 以上各项'],
  },
  share: (percent) => `${percent}%`,
  atLeast: (amount) => `至少 ${amount}`,
  limit: (amount) => `上限 ${amount}`,

  reading: '按哪份读数',
  sources: { footer: 'heap?debug=1', prometheus: 'Prometheus', json: 'JSON', status: 'status' },
  atLine: (source, target, line) => `${source}${target === '' ? '' : ` ${target}`}，第 ${line} 行`,

  identities: (all) => `这份读数对得上：MemStats 应当成立的 ${all} 个等式和不等式全都成立，一个字节不差。`,
  broken: '这份读数对不上。不是混了两个时刻，就是改动过某一行：',
  equation: (whole, parts, relation, left, right) => `${whole} ${relation === 'equal' ? '=' : '≥'} ${parts.join(' + ')}：${left} 和 ${right} 字节`,

  findings: '可以试什么',
  noFindings: '没有特别突出的部分。',
  tryThis: '试试',
  finding: {
    cHeap: ({ amount }) => ({
      title: `C 的堆：${amount}`,
      means: 'glibc 的堆和各个 arena。Go 的计数器都不算它们，垃圾回收也不会释放。',
      tries: ['设一次 MALLOC_ARENA_MAX=2：RSS 要是降了，原因就是 arena。', '找找哪里用了 C.malloc、C.CString 却没有 C.free。'],
    }),
    alikeTables: ({ amount }) => ({
      title: `多半是 C 的：${amount}`,
      means: '在映射里它像运行时自己的表，可运行时说它的表只有图上那么多。malloc 会把每个大块单独映射，几个大块挨在一起就是这个样子。',
      tries: ['看看 C 库留着什么：解码器、压缩库、数据库。', '隔一阵再取一次 smaps：只有它在长、别的都不长，就是 C 在泄漏。'],
    }),
    unseen: ({ amount }) => ({
      title: `程序和库：${amount}`,
      means: '从文件映射进来的代码和数据。没写过的页内核随时可以丢掉，同一个文件的进程也共用它们。',
      tries: ['不用管它：要限制就限制别的部分。'],
    }),
    unseenOnly: ({ amount }) => ({
      title: `Go 的计数器看不见的：${amount}`,
      means: 'RSS 减去 Go 计数的部分：代码、C、线程栈。到底是哪一样，计数器说不出来。',
      tries: ['把同一个进程的 smaps 贴在这些行下面，就能指出是谁的。'],
    }),
    needRss: () => ({
      title: 'Go 的计数器看不见的部分',
      means: 'Go 的计数器里没有 RSS。',
      tries: ['在同一段文本里再贴 smaps、/proc/PID/status，或者带 process_resident_memory_bytes 的 /metrics。'],
    }),
    free: ({ amount }) => ({
      title: `空闲而没有归还：${amount}`,
      means: '这些页里没有对象，留给以后的分配用。比上次回收时的需要多出一成以上的部分，scavenger 会慢慢归还。',
      tries: ['等几分钟再看一次。', '过了已知的高峰，调用 debug.FreeOSMemory()：一次全部归还。', '把 GOMEMLIMIT 设得比容器的上限低：接近它时，运行时先归还，再多要。'],
    }),
    garbage: ({ amount, bytes, has }) => ({
      title: `上次回收以后分配的：${amount}`,
      means: `当时存活 ${bytes('live')}。之后来的，要么是新的，要么已经是垃圾${has('goal') ? `；下次回收之前，堆可以长到 ${bytes('goal')}` : ''}。`,
      tries: ['调低 GOGC，或设 GOMEMLIMIT：回收得更早，CPU 也花得更多。', '少分配：go tool pprof -sample_index=alloc_space。'],
    }),
    fragmented: ({ amount, bytes }) => ({
      title: `碎片：${amount}`,
      means: `在用的 span 超过了堆目标 ${bytes('goal')}：每个 span 都被几个对象占住，而对象不会移动。`,
      tries: ['在堆的 profile 里找出混在短命对象中间的长命小对象，换个地方分配，或者合成一个 slice。'],
    }),
    unused: ({ amount }) => ({
      title: `span 里的空槽：${amount}`,
      means: '留给同样大小的对象。刚回收完最多，下次回收之前最少。',
      tries: ['在下次回收之前再看：那时还空着的才是碎片。'],
    }),
    stacks: ({ amount, count, bytes, has }) => ({
      title: `goroutine 的栈：${amount}`,
      means: has('each') ? `共 ${count('goroutines')} 个 goroutine，平均每个 ${bytes('each')}。` : '栈按倍数增长；回收时用得不到四分之一的，缩小一半。',
      tries: ['/debug/pprof/goroutine?debug=1：都在哪里等，各有多少个？', '少让 goroutine 等着，或者让等着的浅一些。'],
    }),
    tables: ({ amount }) => ({
      title: `运行时的表：${amount}`,
      means: '记录 span、标记位和 profile 的表。它们跟着历史上最大的堆走，只增不减。',
      tries: ['进程小就不用管：只是占的比例大。', '进程大：把堆的高峰降下来。'],
    }),
    cache: ({ amount, bytes, has }) => ({
      title: `页缓存：${amount}`,
      means: `读写过的文件，记在最先碰它的 cgroup 账上。它不是进程的：内核杀进程之前，会先拿走不活跃的页（${bytes('inactive')}）${has('working') ? `，工作集 ${bytes('working')} 也不算它们` : ''}。活跃的页（${bytes('active')}）算在工作集里。`,
      tries: ['拿上限和工作集比，不要和用量比。', '大文件只读一遍，或者用 FADV_DONTNEED：读第二遍，页就变活跃了。'],
    }),
    kernel: ({ amount }) => ({
      title: `内核为这个 cgroup 用的：${amount}`,
      means: '页表、内核栈、slab、socket 缓冲区，还有预先记账的页。',
      tries: ['是哪一样看 memory.stat：文件多看 slab，连接多看 sock，映射多看 pagetables。'],
    }),
    noGoLimit: ({ bytes }) => ({
      title: '没有设 GOMEMLIMIT',
      means: `cgroup 的上限是 ${bytes('limit')}。Go 不知道，只按 GOGC 回收。`,
      tries: [`GOMEMLIMIT 最多设 ${bytes('room')}：上限减去 Go 看不见的（${bytes('unseen')}）。最好再留些余量。`],
    }),
    goLimitTooHigh: ({ bytes }) => ({
      title: 'GOMEMLIMIT 留的余地不够',
      means: `给 Go 的 ${bytes('goLimit')} 加上它看不见的（${bytes('unseen')}），超过了上限 ${bytes('limit')}。`,
      tries: [`GOMEMLIMIT 最多设 ${bytes('room')}。`],
    }),
    swap: ({ amount }) => ({
      title: `在 swap 里：${amount}`,
      means: '既不在 RSS 里，也不在图上。垃圾回收要读整个堆，会把它们再换进来。',
      tries: ['上限要容得下堆，或者把 GOMEMLIMIT 设得比内存里的部分低。'],
    }),
    killed: ({ count }) => ({
      title: `被内核杀掉：${count('times')} 次`,
      means: 'memory.events 记着：再也腾不出内存时，这个 cgroup 里有进程被杀。',
      tries: ['拿 anon 和内核的部分与上限比：页缓存不会害死进程。'],
    }),
  },

  between: '两份读数之间',
  betweenLines: (target, from, to) => `${target === '' ? '' : `${target}：`}第 ${from} 行和第 ${to} 行`,
  seconds: '相隔秒数',
  noSeconds: '文本没有写是什么时候取的。填上两次相隔多少秒，就能算出速率。',
  restarted: '有计数器变小了，或者进程重新启动过：两份读数不是同一次运行的。',
  grown: { TotalAlloc: '分配', Mallocs: '创建的对象', Frees: '释放的对象', NumGC: '回收次数', CPU: 'CPU 秒' },
  columns: { what: '是什么', grown: '两次之间', perSecond: '每秒' },
  perCollection: (amount) => `平均每次回收之间分配 ${amount}。`,

  cockpit: {
    title: '换一个 GOGC 或 GOMEMLIMIT 会怎样',
    link: '把这些数字带进驾驶舱试试',
    names: {
      Live: (amount) => `回收后存活 ${amount}`, HeapAlloc: (amount) => `对象 ${amount}（HeapAlloc，含垃圾），当作存活`,
      beside: (amount) => `堆以外 ${amount}（Sys − HeapSys）`, outside: (amount) => `Go 的计数器看不见的：${amount}`, container: (amount) => `容器 ${amount}`,
      rate: (amount) => `每秒分配 ${amount}`, procs: (amount) => `GOMAXPROCS ${amount}`, gogc: (amount) => `GOGC ${amount}`, limit: (amount) => `GOMEMLIMIT ${amount}`,
      busy: (amount) => `${amount} 个 P 在忙`, pointers: (amount) => `堆的 ${amount}% 要扫描`, marks: (amount) => `一个 P 每秒标记 ${amount}`,
    },
    instead: (told, taken) => `${told}（图里是 ${taken}）`,
    off: 'off',
    takes: (told) => `从文本取来：${told.join('；')}。`,
    leaves: (untold) => `文本里没有、照图的例子写的：${untold.join('；')}。`,
    noContainer: '文本没有给出容器的上限，图里也就不画。',
    carries: '链接里只有这些数字，你贴的别的内容一概不带。',
  },

  listed: (shown, all) => `共 ${all} 项，列出 ${shown} 项。`,
  skipped: (lines) => `跳过的行：${lines}`,
  more: (lines) => `还有 ${lines} 行`,
};
export default words;

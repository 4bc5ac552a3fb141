import { wbBufEntries } from '../../engine/go/cycle/barrier-buffer.ts';
import { gcPercent } from '../../engine/go/cycle/cycle-pacer.ts';
import { costs, habits, objectSize } from '../../engine/go/cycle/settings.ts';
import { markWorkers } from '../../engine/go/service/mark-workers.ts';
import { formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import { keeps, settled } from './controls.ts';
import type { CycleWords } from './words.ts';

const bytes = (size: number): string => formatQuantity({ value: Math.round((10 * size) / 2 ** 20) / 10, unit: 'MiB' }, 'zh');
const time = (ns: number): string => (Math.abs(ns) < 1e6 ? `${formatNumber(ns / 1000, 0)} µs` : `${formatNumber(ns / 1e6, 1)} ms`);
const kib = (size: number): string => formatQuantity({ value: Math.round(size / 1024), unit: 'KiB' }, 'zh');
const percent = (share: number): string => formatQuantity({ value: Math.round(1000 * share) / 10, unit: 'percent' }, 'zh');
const white = (found: number): string => (found === 0 ? '没有一个是白的' : `白的有 ${formatNumber(found)} 个`);

const words: CycleWords = {
  title: '一次 GC',
  caption: '一次 GC：可以是真实的程序，四个 P，从执行 trace 里剪出来的；也可以是模拟的，P 的个数由你定。世界只在贯穿所有 P 的两条线那里停住；两条线之间，大家都在标记：占着一个 P 或者在每个 P 上占一份的 worker，闲着的 P 上的 worker，还有正在分配的 goroutine。',
  controls: { of: '哪一次', procs: 'P', goroutines: 'goroutine', allocates: '分配，MiB/s', scans: '扫描，MiB/s' },
  choices: {},
  presets: { recorded: '录下的那一次', one: '模拟：1 个 P，fractional worker', four: '模拟：4 个 P', fast: '模拟：8 个 P，分配很快', first: '模拟：程序的第一次 GC' },
  altered: { recorded: '模拟的' },
  kinds: {
    trigger: '到了触发点', barrier: '屏障打开', dedicated: 'dedicated worker', fractional: 'fractional worker', idle: 'idle worker', assist: 'assist', credit: '用余额付', queued: '等余额', roots: '根扫完了', full: '屏障缓冲满了',
    ragged: '还没完', restart: '又接着标记', ending: '没有可标记的了', marked: '屏障关上', swept: '分配时清扫', background: '后台清扫', clean: '全部扫完',
  },
  events: {
    trigger: ({ heap, goal }) => `gcStart：堆有 ${bytes(heap)}，到了触发点，目标是 ${bytes(goal)}。发现的那个 goroutine 请大家停下。`,
    barrier: ({ at, took }) => `${time(at)}，gcStart：世界停了 ${time(took)}，等到最后一个 P 停下，再稍久一点。清了对象池，屏障打开，允许 assist，开始标记。`,
    dedicated: ({ at, p, procs }) => `${time(at)}，gcBgMarkWorker：dedicated worker 占住 P${p}。${formatNumber(procs)} 个 P，startCycle 让出 ${formatNumber(markWorkers(procs).dedicated)} 个，直到标记完。`,
    fractional: ({ at, p, procs }) => `${time(at)}，gcBgMarkWorker：fractional worker 用 P${p}，用满它那一份就走：${formatNumber(procs)} 个 P，startCycle 允许它用每一个的 ${percent(markWorkers(procs).fractional)}。`,
    idle: ({ at, p }) => `${time(at)}，findRunnableGCWorker：P${p} 没事可做，idle worker 就在那里标记，有事了就让开。`,
    assist: ({ at, p, took }) => `${time(at)}，gcAssistAlloc：P${p} 上的程序要分配，账上没有余额，也没有谁的可以拿，自己标记了 ${time(took)}。看堆的曲线：有 assist 的地方，涨得慢。`,
    credit: ({ at, p, bytes: taken }) => `${time(at)}，gcAssistAlloc：P${p} 上的程序欠了活，从 worker 预先扫描的里面拿 ${kib(taken)}，自己就不用标记。`,
    queued: ({ at, p }) => `${time(at)}，gcParkAssist：P${p} 上的程序欠了活，余额没有，眼下也没有可扫描的。它排队等着，worker 挣到了再走。`,
    roots: ({ at, p, jobs, globals, spans, stacks }) => `${time(at)}，markroot：P${p} 拿走 ${formatNumber(jobs)} 个根任务里的最后一个。其中全局变量 ${formatNumber(globals)} 块，带 finalizer 之类的 span ${formatNumber(spans)} 组，栈 ${formatNumber(stacks)} 个。往后就都是对象了。`,
    full: ({ at, p, pointers, found }) => `${time(at)}，wbBufFlush1：P${p} 上的写指针装满了它的屏障缓冲。旧的新的一共 ${formatNumber(pointers)} 个指针，${white(found)}，现在变灰。`,
    ragged: ({ at, pointers, found, ps }) => `${time(at)}，gcMarkDone：有个 worker 再也找不到活，就用 forEachP 让每个 P 交出手里的：屏障缓冲里 ${formatNumber(pointers)} 个指针，${white(found)}；${formatNumber(ps)} 个 P 还有活。接着标记。`,
    restart: ({ at, found }) => `${time(at)}，gcMarkDone：世界停着，最后看一眼缓冲，又发现 ${formatNumber(found)} 个白的。重新开动，接着标记。`,
    ending: ({ at, heap, goal, asked = 1 }) => `${time(at)}，gcMarkDone：每个 P 都交出了缓冲，里面没有活了${asked > 1 ? `，这是第 ${formatNumber(asked)} 次问` : ''}。堆有 ${bytes(heap)}，目标是 ${bytes(goal)}。${heap > 1.1 * goal ? '活着的比上个周期让人料想的多，revise 就把目标往后挪了。' : ''}`,
    marked: ({ at, took, before, after, next }) => `${time(at)}，gcMarkTermination：停了 ${time(took)}，屏障关上。${bytes(before)} 里活着 ${bytes(after)}，还什么都没有释放。下一个目标是 ${bytes(next)}。`,
    swept: ({ at, sweeps }) => `${time(at)}，mcentral.cacheSpan：有一次分配要一个 span，先清扫。从这里到图的边上，这样的有 ${formatNumber(sweeps)} 次。`,
    background: ({ at, p }) => `${time(at)}，bgsweep：在 P${p} 上，后台的清扫 goroutine 扫没人来要的。`,
    clean: ({ at, spans, sweepgen }) => `${time(at)}，sweepone：${formatNumber(spans)} 个 span，最后一个也扫了。sweepgen 是 ${formatNumber(sweepgen)}，比这次 GC 之前多 2。`,
  },
  op: () => '下一步：一次 GC。',
  answer: (_op, { marking, stops: [first, second], assists, background }) => `标记用了 ${time(marking)}，两次停顿是 ${time(first)} 和 ${time(second)}。dedicated 和 fractional worker 用了 ${time(background)}，所有 P 上的 assist 一共 ${time(assists)}。`,
  end: '堆再到触发点，就是下一次。',
  errors: {},
  help: `模拟的程序用 GOGC=${formatNumber(gcPercent)}，留着 ${bytes(keeps)} 的对象，每个 ${kib(objectSize)}，不断替换，也把指针从一处移到另一处。规则照 mgc.go、mgcmark.go、mgcpacer.go、mwbbuf.go（${formatNumber(wbBufEntries)} 项）和 mgcsweep.go；画的是它的第 ${formatNumber(settled)} 次 GC。上面的速度，一个是每个 goroutine 的，一个是每个 P 的。别的各要多久，是我们定的：${time(costs.safePoint)} 之内总会到安全点；goroutine 每次最多运行 ${time(habits.turn)}，最多等 ${time(habits.rest)}。没有模拟的：缓存和内存，内核，每个 P 自己的运行队列，栈被扫描时的等待，Green Tea（这么大的对象走工作缓冲），finalizer，弱指针，CPU 限制器，scavenger。拉动滑块，录下的就换成模拟的。`,
  heap: (size) => `堆，${bytes(size)}`,
  goal: (size) => `目标 ${bytes(size)}`,
  barrier: '写屏障开着',
  stop: (took) => `停了 ${time(took)}`,
  swept: () => '清扫',
  time,
  doing: {
    program: '程序', assist: 'assist', dedicated: 'dedicated worker', fractional: 'fractional worker', idle: 'idle worker', stop: '停下世界', finish: '周期的收尾', bgsweep: '后台清扫', bgscavenge: 'scavenger', sweep: '清扫',
  },
  stretch: (doing, p, g, took) => `P${p}，goroutine ${g}：${doing}，${time(took)}`,
  key: { program: '程序', assist: 'assist', idle: 'idle worker', stop: '停顿和收尾', sweep: '后台清扫' },
  workers: (modes) => (modes.length === 1 ? modes[0]! : 'worker'),
  recorded: '录下的',
  simulated: '模拟的',
  share: (ns, of) => `${time(ns)}，占所有 P 的 ${percent(of)}`,
  facts: { cycle: '这一次', marking: '标记', stops: '两次停顿', workers: 'dedicated 和 fractional worker', assists: 'assist', idle: 'idle worker', peak: '标记完时的堆', next: '下一个目标' },
  bytes,
};
export default words;

import { markWorkers } from '../../engine/go/service/mark-workers.ts';
import { formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import type { CycleWords } from './words.ts';

const bytes = (size: number): string => formatQuantity({ value: Math.round((10 * size) / 2 ** 20) / 10, unit: 'MiB' }, 'zh');
const time = (ns: number): string => (Math.abs(ns) < 1e6 ? `${formatNumber(ns / 1000, 0)} µs` : `${formatNumber(ns / 1e6, 1)} ms`);
const workers = ({ procs }: { readonly procs: number }): number => markWorkers(procs).dedicated;

const words: CycleWords = {
  title: '一次 GC',
  caption: '真实的程序，四个 P，从执行 trace 里剪出来的一次 GC。世界只在两条深色的线那里停住；两条线之间，大家都在标记：占着一个 P 的 worker，闲着的 P 上的 worker，还有正在分配的 goroutine。',
  controls: {},
  choices: {},
  presets: { recorded: '录下的那一次' },
  kinds: {
    trigger: '到了触发点', barrier: '屏障打开', dedicated: 'dedicated worker', idle: 'idle worker', assist: 'assist', ending: '没有可标记的了', marked: '屏障关上', swept: '分配时清扫', background: '后台清扫',
  },
  events: {
    trigger: ({ heap, goal }) => `gcStart：堆有 ${bytes(heap)}，到了触发点，目标是 ${bytes(goal)}。发现的那个 goroutine 请大家停下。`,
    barrier: ({ at, took }) => `${time(at)}，gcStart：世界停了 ${time(took)}，多半是在等最后一个 P 停下。清了对象池，屏障打开，允许 assist，开始标记。`,
    dedicated: ({ at, p }) => `${time(at)}，gcBgMarkWorker：dedicated worker 占住 P${p}。四个 P 的四分之一，就是 ${workers({ procs: 4 })} 个。`,
    idle: ({ at, p }) => `${time(at)}，findRunnableGCWorker：P${p} 没事可做，idle worker 就在那里标记，有事了就让开。`,
    assist: ({ at, p, took }) => `${time(at)}，gcAssistAlloc：P${p} 上的程序要分配，账上没有余额，也没有谁的可以拿，自己标记了 ${time(took)}。看堆的曲线：有 assist 的地方，涨得慢。`,
    ending: ({ at, heap, goal }) => `${time(at)}，gcMarkDone：每个 P 都交出了缓冲，里面没有活了。堆有 ${bytes(heap)}，目标是 ${bytes(goal)}。`,
    marked: ({ at, took, before, after, next }) => `${time(at)}，gcMarkTermination：停了 ${time(took)}，屏障关上。${bytes(before)} 里活着 ${bytes(after)}，还什么都没有释放。下一个目标是 ${bytes(next)}。`,
    swept: ({ at, sweeps }) => `${time(at)}，mcentral.cacheSpan：有一次分配要一个 span，先把它扫了。从这里到图的边上，这样的有 ${formatNumber(sweeps)} 次。`,
    background: ({ at, p }) => `${time(at)}，bgsweep：在 P${p} 上，后台的清扫 goroutine 扫没人来要的。`,
  },
  op: () => '下一步：一次 GC。',
  answer: (_op, { marking, stops: [first, second], assists, background }) => `标记用了 ${time(marking)}，两次停顿是 ${time(first)} 和 ${time(second)}。dedicated worker 用了 ${time(background)}，所有 P 上的 assist 一共 ${time(assists)}。`,
  end: '堆再到触发点，就是下一次。',
  errors: {},
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
  key: { program: '程序', assist: 'assist', worker: 'dedicated worker', idle: 'idle worker', stop: '停顿和收尾', sweep: '后台清扫' },
  facts: { marking: '标记', stops: '两次停顿', workers: 'dedicated worker', assists: 'assist，所有 P 合计', idle: 'idle worker，所有 P 合计', peak: '标记完时的堆', next: '下一个目标' },
  bytes,
};
export default words;

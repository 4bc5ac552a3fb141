import type { CycleWords } from './cycle-words.ts';

const words: CycleWords = {
  gap: '',
  when: (seconds, percent) => `这个周期在程序启动 ${seconds} 秒后开始。到它结束为止，GC 占了全部 CPU 时间的 ${percent}%，空闲时的标记不算。`,
  forced: '由 runtime.GC() 强制。',
  groups: { clock: '按时钟', cpu: '所有 CPU 合计', heap: '堆，MiB 取整，舍去零头' },
  rows: {
    sweepStop: ['停顿：清扫终止', '所有 goroutine 都停下。还没清扫的 span 清扫完，写屏障打开。'],
    mark: ['标记，程序照常运行', 'goroutine 照常运行和分配，四分之一的 CPU 在标记可达的对象。'],
    termStop: ['停顿：标记终止', '所有 goroutine 再停一次。标记结束，定下个周期的目标，开始清扫。'],
    cpuSweep: ['第一次停顿', '停顿的时间乘以停着的 P 的个数。'],
    assist: ['assist', '分配得比标记快的 goroutine 得自己帮着标记：在它们看来就是延迟。'],
    background: ['后台 worker', 'dedicated 和 fractional：留给标记的那四分之一。'],
    idle: ['idle worker', '没有别的事做的 P。不算在百分比里。'],
    cpuTerm: ['第二次停顿', '同样乘以 P 的个数。'],
    start: ['开始时', '触发这个周期的堆：存活的、垃圾、新来的都在内。'],
    end: ['标记结束时', '加上了这期间分配的。'],
    marked: ['存活', '标记到的对象。下个周期的目标由它算出，其余的都会被清扫掉。'],
    goal: ['目标', '这个周期应当在堆长到这么大之前结束。它是上个周期结束时定下的。'],
    expected: ['重新计算的目标', '前一行的数字所允许的范围：每个数字代表整整 1 MiB。'],
  },
  between: (least, most) => `按前一行计算，目标在 ${least} 和 ${most} 之间。`,
  holds: '打印出来的正在其中。',
  fails: '打印出来的不在其中：GOGC 或 GOMEMLIMIT 不是这个值，或者程序改过它。',
  unknown: '上个周期不在日志里，所以目标没法重算。',
  roots: (stacks, globals) => `栈和全局变量也要扫描，这里分别有 ${stacks} 和 ${globals} MiB。从 Go 1.18 起，它们也算进目标。`,
  procs: (procs) => `GOMAXPROCS 是 ${procs}。`,
};
export default words;

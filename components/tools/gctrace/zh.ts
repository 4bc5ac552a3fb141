import cycle from './cycle.zh.ts';
import type { GctraceWords } from './words.ts';

const names = { number: '序号', time: '时间', percent: '百分比', clock: '时钟时间', cpu: 'CPU 时间', heap: '堆的大小', goal: '目标', procs: 'P 的个数' } as const;

const words: GctraceWords = {
  cycle,
  shown: (from, to, all) => `框里显示第 ${from} 到 ${to} 行，共 ${all} 行。全部都读了。`,
  exampleFailed: '例子没能加载。请联网后再试。',
  fileFailed: '这个文件读不出来。请重新选择，或者贴上它的文本。',
  fileTooLarge: (size, limit) => `文件有 ${size}，最多读 ${limit}。请只留下 grep 'gc [0-9]* @' 找到的行。`,
  fileBinary: '这个文件不是文本。请给带有 gctrace 的日志。',
  reading: '正在读各行…',
  cancel: '取消',
  cancelled: '已取消。文本还在框里。',
  failed: '读取程序没能启动。请重新加载本页；框里的文本可以先复制下来。',
  tooLong: (length, limit) => `日志有 ${length} 个字符，最多读 ${limit} 个。请只留下 grep 'gc [0-9]* @' 找到的行。`,
  nothing: '这段文本里没有 gctrace 的行。运行程序时在环境里设 GODEBUG=gctrace=1，这些行就在它的标准错误里。',
  allDamaged: '这段文本里没有一轮能读出来：像 gctrace 的行都是坏的。',
  field: (name, like, found) => `${names[name]}应当形如“${like}”，这里却是“${found}”。`,
  cut: (name) => `这一行没写完，缺${names[name]}。`,
  listed: (shown, all) => `共 ${all} 项，列出 ${shown} 项。`,
  skipped: (lines) => `跳过的行：${lines}`,
  more: (lines) => `还有 ${lines} 行`,

  gap: '',
  title: (cycles, seconds) => `${seconds} 秒里回收了 ${cycles} 次`,
  pauses: (longest, line, median) => `一轮里的两次停顿加起来，最长 ${longest} ms（第 ${line} 行），中位数 ${median} ms。`,
  heaps: (live, goal) => `存活最多时有 ${live}，目标最高到过 ${goal}。`,
  cpuTaken: (percent, assists) => `到最后一行为止，回收占了全部 CPU 时间的 ${percent}%。标记工作里，空闲 worker 不算，有 ${assists}% 是分配内存的 goroutine 自己做的（assist）。`,
  forced: (cycles) => `由 runtime.GC() 强制的：${cycles} 次。`,
  goalsHold: (cycles, gogc) => `有 ${cycles} 个目标能与前一行对照，全都符合 pacer 的公式（${gogc}）。`,
  goalsFail: (cycles, of, gogc) => `能与前一行对照的 ${of} 个目标里，有 ${cycles} 个不符合 pacer 的公式（${gogc}）。`,
  settings: (gogc, limit) => `GOGC=${gogc}${limit === undefined ? '' : `，GOMEMLIMIT=${limit}`}`,
  off: 'off',
  fitting: (from, to) => (from === to ? `GOGC=${from} 则全都符合。` : `GOGC 从 ${from} 到 ${to} 都能全部符合。`),
  noFitting: '没有哪个 GOGC 能全部符合：有些目标是 GOMEMLIMIT 定的，或者程序中途改过设置。可以在上面填 GOMEMLIMIT。',
  passed: (lines) => `另有 ${lines} 行是别的内容，没有读。`,

  runs: '第几次运行',
  run: (number, cycles, line) => `第 ${number} 次：从第 ${line} 行起，${cycles} 轮`,
  show: '显示',
  quantities: { heap: '堆和目标', pauses: '停顿', cpu: 'CPU' },
  overTime: (what) => `随时间变化：${what}`,
  scrubber: '轮次',
  atCycle: (number, line) => `gc ${number}，第 ${line} 行`,
  previous: '上一轮',
  next: '下一轮',

  live: '存活',
  heap: '堆',
  goal: '目标',
  pause: '停顿',
  share: '上一轮以来',
  whole: '启动以来',
  axes: { heap: 'MiB', pauses: '一轮的两次停顿之和，ms', cpu: '占全部 CPU 时间' },
  secondsAxis: '秒',
};
export default words;

import type { ServiceOp } from '../../engine/go/service/service-machine.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { CockpitWords } from './words.ts';

const mib = 2 ** 20;
/** 大数取整到 MiB：模拟没有更细的刻度。 */
const bytes = (size: number): string => (size < 0 ? '−' : '') + formatBytes(Math.abs(size) < 4 * mib ? Math.abs(size) : Math.round(Math.abs(size) / mib) * mib, 'zh');
const share = (of: number): string => `${formatNumber(100 * of, 1)}%`;
const seconds = (of: number): string => (of < 1 ? `${formatNumber(1000 * of, of < 0.01 ? 1 : 0)} ms` : `${formatNumber(of, 1)} s`);

const words: CockpitWords = {
  title: 'pacer 驾驶舱',
  caption: '上一次 GC 认定多少存活，堆就从多少一直长到目标；GOGC 决定这段路有多长，GOMEMLIMIT 决定目标最高能到哪里。按你的服务调好，读出该部署的值。',
  controls: { rate: '分配，MiB/s', gogc: 'GOGC', limit: 'GOMEMLIMIT，MiB' },
  choices: { off: 'off' },
  presets: {
    steady: '平稳的服务', missed: '两次 GC 之间的一次突发', marked: '同样的突发，早一点点', spiral: '死亡螺旋：上限下面几乎没有空地',
    small: '很小的堆', ballast: '很小的堆加压舱石', mine: '我的服务',
  },
  kinds: { marking: '标记开始', marked: '标记完成', limiting: 'CPU 限制器介入', killed: '被 OOM 杀死' },
  events: {
    marking: ({ cycle, heapLive, goal, now }) => `${seconds(now)}：堆长到 ${bytes(heapLive)}，到了触发点，第 ${cycle} 次 GC 开始标记。目标是 ${bytes(goal)}。`,
    marked: ({ seconds: took, assisted, heapMarked, goal, limited, now }) => `${seconds(now)}：标记用了 ${seconds(took)}${assisted > 0.005 ? `，程序也出了力：assist 占去全部 CPU 时间的 ${share(assisted)}` : ''}。${bytes(heapMarked)} 算作存活；下一个目标由 ${limited ? 'GOMEMLIMIT' : 'GOGC'} 定，是 ${bytes(goal)}。`,
    limiting: ({ now }) => `${seconds(now)}：收集器长时间占着一半 CPU。限制器让程序不用 assist 就能分配，不管上限怎么说。`,
    killed: ({ resident, container, now }) => `${seconds(now)}：RSS 到了 ${bytes(resident)}，容器只有 ${bytes(container)}。内核杀死进程。`,
  },
  op: nextOf,
  answer: (op, answer) => (op.do !== 'run' || !answer ? '' : `这 ${formatNumber(op.seconds, 1)} 秒里，${formatNumber(answer.cycles)} 次 GC 用去 ${share(answer.gcShare)} 的 CPU；RSS 最高 ${bytes(answer.peak)}。`),
  end: '',
  errors: {
    line: ({ text }) => `“${text}”不是这张图认得的行。可以写：${examples.join('、')}。`,
    range: ({ number, least, most }) => `${formatNumber(Number(number))} 不在 ${formatNumber(Number(least))} 到 ${formatNumber(Number(most))} 之间。`,
    busy: ({ number, procs }) => `GOMAXPROCS 是 ${formatNumber(Number(procs))}，不可能有 ${formatNumber(Number(number))} 个 P 在忙。`,
    seconds: ({ of, most }) => `各段加起来有 ${formatNumber(Number(of))} s，最多 ${formatNumber(Number(most))} s。`,
    idle: () => `最后一行之后什么也没有运行。请以 ${examples[1]} 这样的一行结尾。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `每行一条：${examples.join('、')}。keep 是一直存活的量；pointers 是其中要扫描的比例，marks 是一个 P 的扫描速度。目标、触发点、assist、worker 个数和 CPU 限制器的公式都是运行时的。只占每个 P 一部分的 worker，要等 sysmon 腾出位置，就像 goroutine 从不等待那样。和一个、两个 P 上录下的运行比较过。没有模拟的：睡眠的 goroutine 醒来时 P 已被 idle worker 占去，核与核互相拖慢，还有停顿、碎片、清扫、缺页、别的进程，以及 scavenger 要花的时间。标记期间放手的对象，到下一次 GC 之前都算存活。`,
  helpTool: { slug: 'process', words: '让工具填上你的服务的数字。' },
  bytes,
  share,
  seconds,
  lines: { resident: 'RSS', heap: '堆', goal: '目标', trigger: '触发点', limit: 'GOMEMLIMIT', container: '容器', guide: 'Go GC 指南' },
  axes: { memory: '内存', time: '时间', second: 's' },
  marking: '▬ 标记中',
  grips: {
    rate: (rate) => ({ label: `${rate} MiB/s`, name: '分配速度', says: `每秒 ${rate} MiB` }),
    gogc: (gogc, goal) => ({ label: `GOGC ${gogc ?? 'off'}`, name: 'GOGC', says: gogc === undefined ? 'off' : `${gogc}，目标在 ${bytes(goal)}` }),
    limit: (limit) => ({ label: limit === undefined ? '上限 off' : `${limit} MiB`, name: 'GOMEMLIMIT', says: limit === undefined ? 'off' : `${limit} MiB` }),
  },
  deploy: ({ gogc, limit }) => `GOGC=${gogc} GOMEMLIMIT=${limit}`,
  comesTo: ({ gcShare, peak, margin }, isOver) => [
    `${isOver ? '整个运行' : '到此为止'}：GC 占 CPU ${share(gcShare)}，`,
    `RSS 最高 ${bytes(peak)}`,
    ...(Number.isFinite(margin) ? [margin < 0 ? '被杀死：容器满了' : `离 OOM 还有 ${bytes(margin)}`] : []),
  ],
  unmodelled: ['没有模拟的：停顿、碎片、清扫、缺页、', '睡眠、别的进程，还有 scavenger 的延迟。'],
  facts: { cycles: 'GC 次数', gc: '收集器的 CPU 时间', assists: '其中 assist', slowed: '被拖慢的分配', peak: '最高 RSS', margin: '离容器上限', goal: '当前目标' },
};

function nextOf(op: ServiceOp): string {
  switch (op.do) {
    case 'run': return `接下来：过去 ${seconds(op.seconds)}。RSS 会到多高？`;
    case 'keep': return `接下来：程序从此保持 ${bytes(op.bytes)} 存活。`;
    case 'ballast': return `接下来：预留 ${bytes(op.bytes)}，从不碰它。`;
    case 'container': return `接下来：容器最多容得下 ${bytes(op.bytes)}。`;
    case 'is': return '接下来：这个服务是什么样的。';
  }
}

export default words;

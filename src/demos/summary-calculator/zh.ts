import { formatAddress, formatNumber } from '../../i18n/quantity.ts';
import type { SummaryPart } from '../../engine/memory/summaries.ts';
import type { SummaryWords } from './words.ts';

const part = (of: SummaryPart): string => (of === 'index' ? ' scavenge 索引' : ` L${of} 摘要`);
const kib = (size: number): string => `${formatNumber(size)} KiB`;

const words: SummaryWords = {
  title: '摘要计算器',
  caption: '堆在哪里，决定了每层摘要里那唯一一个活页在哪里。所以一个地址就定下了所有的行；读法像文字换行。',
  controls: { heap: '堆的起点', version: 'Go' },
  choices: { '1.15-1.18': '1.15 到 1.18', '1.19-1.20': '1.19 和 1.20', '1.21-': '1.21 及以后' },
  presets: { seed: '2022 年的程序，堆在 c000000000', since121: '同样的堆，Go 1.21 以后', randomised: '随机的堆基址，Go 1.26 以后' },
  kinds: { reserve: '保留', grow: '堆增长', map: '映射摘要页' },
  events: {
    reserve: ({ of, sizeKiB }) => `sysInit 为${part(of)}保留 ${kib(sizeKiB)}，紧挨在前一块下面：只有地址，没有内存。`,
    grow: ({ addr, sizeKiB }) => `堆增长：在 ${formatAddress(addr)} 处多了 ${kib(sizeKiB)}。每层摘要都需要这个地址的那一项了。`,
    map: ({ of, offsetKiB, sizeKiB }) => offsetKiB === 0
      ? `sysGrow 从头映射${part(of)}的 ${kib(sizeKiB)}。`
      : `sysGrow 映射${part(of)}中的 ${kib(sizeKiB)}，离开头 ${kib(offsetKiB)}。`,
  },
  op: ({ addr }) => `下一步：启动一个 Go 程序，堆在 ${formatAddress(addr)}。`,
  answer: (_op, lines) => `pmap 打印 ${lines.length} 行：${lines.map((line) => formatNumber(Number.parseInt(line, 10))).join('、')} KiB。`,
  end: '挪动地址，每个活页都跟着挪。',
  errors: {
    align: () => '堆按 4 MiB 的 chunk 增长，起点必须是 4 MiB 的整数倍，例如 c000400000。',
    bounds: () => 'linux/amd64 上的堆在零之上、2^47（即 800000000000）之下。',
  },
  part: (of) => (of === 'index' ? 'scavenge 索引' : `L${of}`),
  size: (reserved, entry) => `${reserved}，每项管 ${entry}`,
  live: (size) => `${size} rw-p`,
  heapAt: '堆的起点',
  line: (n) => `第 ${n} 行`,
};
export default words;

import { formatNumber } from '../../i18n/quantity.ts';
import type { TourEvent } from '../../engine/memory/map-tour.ts';
import memory from './memory.zh.ts';
import type { TwoMapsWords } from './words.ts';

const kib = (size: number): string => `${formatNumber(size)} KiB`;

function look({ mapping, part, at }: TourEvent): string {
  const { name, is } = memory.what[part.what];
  const whole = mapping.parts.length > 1 ? `其中第 ${at + 1} 块（共 ${mapping.parts.length} 块），${kib(part.sizeKiB)}。` : '';
  const resident = mapping.residentKiB === undefined || at > 0 ? '' : `，驻留 ${kib(mapping.residentKiB)}`;
  return `${mapping.start} ${mapping.perms} ${kib(mapping.sizeKiB)}${resident}。${whole}${name}：${is}。${memory.certainty[part.certainty]}：${memory.proof[part.proof.rule](part.proof)}`;
}

const words: TwoMapsWords = {
  ...memory,
  title: '两张地图，一把尺子',
  caption: '一条是一个映射，尺子每格翻一倍，从 4 KiB 到 1 GiB；深色的一段是驻留部分。Go 保留得多，碰得少；多线程的 C 也一样。',
  controls: { left: '左', right: '右' },
  choices: {
    'seed-sleep': 'sleep，2022 年', 'seed-go': 'Go agent，2022 年', 'c-malloc': 'C，malloc 1 字节', 'c-mmap': 'C，malloc 200,000', 'c-thread': 'C，两个线程',
    'go-1.18': 'Go 1.18，hello', 'go-1.27': 'Go 1.27，hello', 'go-80': 'Go 1.27，占着 80 MiB', 'go-cgo': 'Go 1.27，带 cgo',
  },
  presets: { seed: 'sleep 和 Go agent（2022 年）', today: 'C 和 Go 1.27', threads: 'C 的单线程和双线程', versions: 'Go 1.18 和 1.27', cgo: 'Go 和带 cgo 的 Go' },
  kinds: { program: '程序本身', cHeap: 'C 的堆', library: '库或文件', goHeap: 'Go 的堆', summary: '摘要', metadata: '运行时元数据', stack: '栈', kernel: '内核页', unclear: '说不清的映射' },
  events: { program: look, cHeap: look, library: look, goHeap: look, summary: look, metadata: look, stack: look, kernel: look, unclear: look },
  op: ({ column }) => `下一步：看${column === 0 ? '左边' : '右边'}的进程。`,
  answer: () => '',
  end: '两边的每个映射都有了名字。',
  errors: {},
  totals: (virt, resident) => [`VIRT ${virt}`, ...(resident === undefined ? [] : [`RSS ${resident}`])],
};
export default words;

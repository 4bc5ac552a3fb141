import { arenaSize, stepSize } from '../../engine/go/heap/tide.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { example } from './read.ts';
import type { TideWords } from './words.ts';

const mib = (bytes: number): string => `${formatNumber(bytes / 2 ** 20)} MiB`;
const hex = (addr: number): string => addr.toString(16);

const words: TideWords = {
  title: '涨潮',
  caption: `Go 的堆一次保留 ${mib(arenaSize)} 地址，一次打开 ${mib(stepSize)}。打开了的可读可写，记作 rw-p；arena 剩下的只有地址，没有内存。`,
  controls: { version: 'Go' },
  choices: { 1.17: '1.17 及以后', 1.16: '1.16 及以前' },
  presets: { step: '最初几步', arena: '越过一个 arena', recorded: '照录制', before: '照录制，Go 1.16' },
  kinds: { reserved: '保留一个 arena', mapped: '堆增长' },
  events: {
    reserved: ({ base, size }) => `在 ${hex(base)} 保留 ${mib(size)} 地址：---p。`,
    mapped: ({ base, size }) => `下一块没处放了：${hex(base)} 起的 ${mib(size)} 变成 rw-p。`,
  },
  op: ({ mib: held }) => `下一步：程序拿着 ${formatNumber(held)} MiB，一块一 MiB。`,
  answer: ({ mib: held }, { rwKiB, reservedKiB }) => `拿着 ${formatNumber(held)} MiB：rw-p 有 ${formatNumber(rwKiB / 1024)} MiB，---p 有 ${formatNumber(reservedKiB / 1024)} MiB。`,
  end: '打开过的一直开着，拿不拿着都一样。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写 ${example}。`,
    size: ({ mib: wanted, most }) => `${formatNumber(Number(wanted))} MiB 不在 1 到 ${formatNumber(Number(most))} 之间。`,
    fewer: ({ held }) => `程序已经拿着 ${formatNumber(Number(held))} MiB，不会放手。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `${example}：从现在起程序拿着这么多 MiB，一块一 MiB。# 开头是注释。`,
  guess: { title: '先猜你的 pmap 那一行', ask: ({ mib: held }) => `拿着 ${formatNumber(held)} MiB 时，rw-p 有多少 MiB，---p 又有多少？`, unread: (text) => `“${text.slice(0, 20)}”不是两个数。写成 rw-p 的 MiB + ---p 的 MiB。` },
  arena: (index) => `第 ${index} 个 arena`,
  figure: (rw, reserved) => `${rw} MiB rw-p · ${reserved} MiB ---p`,
  held: (size) => `在用 ${formatNumber(size)} MiB`,
  mapped: (size) => `rw-p，还没用 ${formatNumber(size)} MiB`,
  reserved: (size) => `保留 ${formatNumber(size)} MiB`,
  facts: { held: '拿着', arenas: 'arena 数', maps: '/proc/PID/maps' },
};
export default words;

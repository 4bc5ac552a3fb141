import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.zh.ts';
import type { PtmallocWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const at = (addr: number): string => (addr < 0 ? `第 ${-addr} 段映射` : formatAddress(addr));
const meanings: Readonly<Record<string, string>> = { live: '存活', cached: '已释放，在缓存里', free: '空闲', top: 'top', header: '缓存自己的计数和表头' };
const bins: Readonly<Record<string, string>> = { unsorted: 'unsorted bin', small: 'small bin', large: 'large bin' };

const words: PtmallocWords = {
  title: 'ptmalloc 内部',
  caption: 'glibc 的 malloc 把你释放的块放进五类链表。上面是各个 chunk 所在的位置，下面是同一批 chunk 等待的地方，每个链表都按 malloc 取用的次序排列。',
  controls: { row: '每行字节数' },
  choices: { 512: '512', 1024: '1,024', 2048: '2,048', 16384: '16 KiB', 131072: '128 KiB' },
  presets: { seven: '七块之后', split: '释放大块，申请小块', consolidate: '合并', thresholds: '会移动的阈值' },
  kinds: {
    'tcache-take': '缓存里有', 'tcache-put': '放进缓存', 'stash': '补满缓存', 'fastbin-take': '从 fast bin 取', 'fastbin-put': '放进 fast bin',
    'consolidate': '清空 fast bin', 'look': '整理 unsorted bin', 'unsorted': '放进 unsorted bin', 'file': '归入 small bin 或 large bin', 'take': '整块取走',
    'split': '切开一块', 'cut-top': '从 top 切', 'merge': '与邻居合并', 'merge-top': '并入 top', 'grow': 'break 上移', 'trim': 'break 下移',
    'map': '单独映射', 'unmap': '解除映射', 'copy': '复制对象',
  },
  events: {
    'tcache-take': ({ by, addr, size, count }) => `${by}：线程的缓存里有 ${formatNumber(size)} 字节的 chunk，后放的先出：${at(addr)}，还剩 ${count} 块。不加锁，也不用找。`,
    'tcache-put': ({ by, addr, size, count }) => `${by}：缓存里 ${formatNumber(size)} 字节这一档还有空位，${at(addr)} 成为表头，这是第 ${count} 块。邻居仍把它当作存活。`,
    'stash': ({ by, addr, count }) => `${by} 顺手把同样大小的 ${at(addr)} 也搬进缓存，现在有 ${count} 块。`,
    'fastbin-take': ({ by, addr, size }) => `${by}：缓存里没有，${formatNumber(size)} 字节的 fast bin 交出表头 ${at(addr)}。`,
    'fastbin-put': ({ by, addr, count }) => `${by}：缓存满了，${at(addr)} 成为 fast bin 的表头，这是第 ${count} 块；不与任何块合并。`,
    'consolidate': ({ by, addr }) => `${by} 把 ${at(addr)} 从 fast bin 里取出来，好与旁边空闲的块合并。`,
    'look': ({ by, addr, size }) => `${by} 查看 unsorted bin 里最早的一块：${at(addr)}，${formatNumber(size)} 字节。`,
    'unsorted': ({ by, addr, size }) => `${by} 把 ${at(addr)}（现在 ${formatNumber(size)} 字节）放到 unsorted bin 的表头，谁下次来申请，谁负责整理。`,
    'file': ({ by, addr, list }) => `${by}：大小不合，于是把 ${at(addr)} 按大小归入 ${bins[list] ?? list}。只有在这一步，chunk 才会进入各个 bin。`,
    'take': ({ by, addr, size, list }) => `${by} 从 ${bins[list] ?? list} 里取走整块 ${at(addr)}，共 ${formatNumber(size)} 字节。`,
    'split': ({ by, addr, size, rest, last }) => `${by} 留下 ${at(addr)} 处 chunk 低端的 ${formatNumber(size)} 字节，余下 ${formatNumber(rest)} 字节${last ? '记为 last_remainder，下一个小申请也从那里切' : ''}。`,
    'cut-top': ({ by, size, rest }) => `${by}：哪个链表里都没有够大的块，从 top 低端切下 ${formatNumber(size)} 字节，还剩 ${formatNumber(rest)} 字节。`,
    'merge': ({ by, addr, size, side }) => `${by}：${side === 'before' ? '前' : '后'}一块空闲，合成 ${at(addr)} 处的 ${formatNumber(size)} 字节。`,
    'merge-top': ({ by, addr, size }) => `${by}：这一块紧挨着 top，就并进去。top 现在从 ${at(addr)} 开始，共 ${bytes(size)}。`,
    'grow': ({ by, size }) => `${by}：top 太小。break 上移 ${bytes(size)}，比需要的多。`,
    'trim': ({ by, size, threshold }) => `${by}：top 已达到 ${bytes(threshold)}。break 下移 ${bytes(size)}，这部分还给内核。`,
    'map': ({ by, size, threshold }) => `${by}：申请达到 ${bytes(threshold)}，就单独映射一段，这次是 ${bytes(size)}。`,
    'unmap': ({ by, size, threshold, moved }) => `${by} 把 ${bytes(size)} 的映射还给内核。${moved ? `释放过的大小，往后还会再要：从现在起，达到 ${bytes(threshold)} 的申请才单独映射。` : ''}`,
    'copy': ({ by, from, addr, size }) => `${by} 把 ${bytes(size)} 从 ${at(from)} 复制到 ${at(addr)}。`,
  },
  op: (op) => (op.do === 'free' ? `下一步：释放 ${op.name ?? op.id}。` : `下一步：${op.name ?? op.id} = ${op.do} ${bytes(op.size)}。`),
  answer: (op, { addr, heap }) => {
    const what = op.do === 'free' ? `${op.name ?? op.id} 已释放` : addr === null ? `${op.name ?? op.id} 得到 null` : `${op.name ?? op.id} 在 ${at(addr)}`;
    return `${what}，堆有 ${bytes(heap)}。`;
  },
  end: '释放了的，有的在链表里等下一次申请，有的并进了 top chunk，有的还给了内核。',
  errors: heapErrors,
  help: heapHelp,
  lists: { tcache: 'tcache', fastbin: 'fast bin', unsorted: 'unsorted', small: 'small bin', large: 'large bin', top: 'top', mmap: '单独映射' },
  filled: (size, count, limit) => `${size}：${limit === undefined ? count : `${count}/${limit}`}`,
  several: (count) => `${count} 块`,
  from: (threshold) => `≥ ${threshold}`,
  ends: { head: '头', tail: '尾', next: '下一个', empty: '空' },
  heap: '堆',
  lastRemainder: 'last_remainder',
  cell: (meaning, size, addr, name) => `${name === undefined ? '' : `${name}：`}${addr} 处的 chunk，${size} 字节，${meanings[meaning] ?? meaning}`,
  bytes,
  top: 'top',
  held: '持有',
  none: '无',
};
export default words;

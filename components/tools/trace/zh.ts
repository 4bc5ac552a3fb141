import compared from './compared.zh.ts';
import type { TraceWords } from './words.ts';

/** A name of Latin letters stands apart from the Chinese before it, or behind it. */
const isLatin = (name: string): boolean => /^[a-z]/i.test(name);
const after = (name: string): string => (isLatin(name) ? ` ${name}` : name);
const before = (name: string): string => (isLatin(name) && !/[\u4e00-\u9fff]$/.test(name) ? `${name} ` : name);

const words: TraceWords = {
  ...compared,
  damage: {
    'trace-empty': () => '这段文本里没有 malloc 调用。请粘贴“a 0 8”“f 0”这样的行。',
    'trace-long': ({ length, limit }) => `文本有 ${length} 个字符，最多读 ${limit} 个。可以在任意一行之后截断。`,
    'trace-unknown': ({ found }) => `trace 不会以“${found}”开头。.rep 的开头是四行各一个数，或者直接是第一次调用，例如“a 0 8”；mtrace 的输出以“= Start”开头。`,
    'rep-header': () => '四行头部不完整：每行一个数。请补齐，或者四行都删掉。',
    'rep-call': () => '这不是调用。malloc 写作“a ID SIZE”，calloc 写作“c ID SIZE”，realloc 写作“r ID SIZE”，free 写作“f ID”。',
    'rep-id': ({ limit }) => `ID 是 -1，或者小于 ${limit} 的整数。`,
    'rep-number': ({ what }) => `这里应当是整数：${what === 'header' ? '头部的一行' : what === 'id' ? '对象的 ID' : '对象的字节数'}。`,
    'rep-large': () => '这个数太大，没法精确计算。',
    'rep-rest': () => '这一行到这里就该结束：每行一次调用，后面不能有别的字。',
    'mtrace-line': () => '这不是 mtrace 的一行。“@ 位置”之后是“+ 地址 大小”“- 地址”，realloc 则是“< 地址”，再加“> 地址 大小”。',
    'mtrace-address': () => '这里应当是地址：十六进制，以 0x 开头。',
    'mtrace-size': () => '这里应当是字节数：十六进制，以 0x 开头。',
    'mtrace-resize': () => 'realloc 占两行，先是“< 旧地址”，紧接着“> 新地址 大小”。这里缺了一行。',
    'mtrace-many': ({ limit }) => `块超过 ${limit} 个，太多了。请从这一行之前截断。`,
    'mtrace-large': () => '这个大小太大，没法精确计算。',
  },
  runBefore: (operations, line) => `只比较第 ${line} 行之前的 ${operations} 次调用`,
  shown: (from, to, all) => `框里只显示第 ${from} 到 ${to} 行，全文共 ${all} 行，都已收下。`,
  exampleFailed: '例子没能加载。请联网后再试。',
  fileFailed: '这个文件读不出来。请重新选择，或者粘贴它的内容。',
  fileTooLarge: (size, limit) => `文件有 ${size}，最多读 ${limit}。前面一段也是 trace：可以在任意一行之后截断。`,
  fileBinary: '这不是文本文件。请给出 .rep（gzip 压缩过的也行），或者 mtrace 的输出。',
  reading: '正在逐行读……',
  cancel: '取消',
  cancelled: '已取消。trace 还在框里。',
  kept: '已取消。下面还是先前读出的结果。',
  failed: '读取程序没能启动。请重新打开本页；框里的文本可以先复制出来。',

  title: (operations) => `${operations} 次调用，交给每个分配器各做一遍`,
  live: (peak, at) => `第 ${at} 次调用之后，程序所要最多：${peak}。`,
  least: (best, least, worst, most) => `堆最小的是${after(best)}，${least}；最大的是${after(worst)}，${most}。`,
  oddities: {
    nothingHeld: (count, line) => `有 ${count} 次 free 的 ID 手里没有块，第一次在第 ${line} 行。它们什么也不做，和 free(NULL) 一样。`,
    forgotten: (count, line) => `有 ${count} 次把还拿着块的 ID 又用来分配，第一次在第 ${line} 行。原来的块从此没人释放，就是泄漏。`,
  },
  mtrace: '按 mtrace 的输出来读；在它那里，calloc 和 memalign 看起来都是 malloc。',
  choose: '请在上面至少选一个分配器。',

  running: (machine, done, all) => `${machine}：${done} / ${all} 次调用`,
  looking: (machine) => `${machine}：正在回看它最差的几个时刻`,
  stop: (machine) => `停下${after(machine)}`,
  stopped: (machine) => `${before(machine)}已停下。取消选择再选上，就会重新开始。`,
  broke: (machine) => `${before(machine)}在这份 trace 上出错了，这是我们的问题。请把 trace 发给我们，好查明原因。`,
  refusedSome: (machine, count) => `${before(machine)}有 ${count} 次请求返回了空指针：模型里的内存用完了，所以它的数字对应的是一个少拿了内存的程序。`,

  quantities: { heap: '堆', inside: '块内损失', between: '块间损失', steps: '步数' },
  show: '显示',
  overTime: (quantity) => `${quantity}随时间的变化`,
  scrubber: '看某一时刻：已完成的调用次数',
  atOperation: (operation, all) => `第 ${operation} 次调用之后，共 ${all} 次`,
  askedIs: (size) => `程序所要 ${size}`,
  said: (moment, asked) => `${moment}：${asked}`,
  all: (parts) => parts.join('；'),
  heapIs: (machine, size) => `${machine} ${size}`,
  momentColumns: { heap: '堆', inside: '块内', between: '块间', hole: '最大空隙', steps: '已走步数', systemCalls: '系统调用' },
  csv: '下载 CSV',
  svg: '下载图（SVG）',
};
export default words;

import { segmentMin } from '../../engine/go/stack/segmented-stack.ts';
import { bytes, exact } from '../stack-program.zh.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { SplitWords } from './words.ts';

const words: SplitWords = {
  title: '热分裂',
  caption: 'Go 1.2 及以前，放不下的调用会另取一段栈，返回时还掉；放进循环，就次次如此。能搬家的栈只搬一次，往后地方就够了。',
  controls: {},
  choices: {},
  presets: { edge: '循环跨在边上', inside: '同样的循环，地方够', deeper: '同样的循环，再深一层' },
  kinds: { called: '一次调用', returned: '一次返回', rest: '中间各圈' },
  events: {
    called: ({ turn, took, copied }) => `第 ${formatNumber(turn)} 次调用。${took ? '这一段放不下，另取一段。' : '这一段放得下。'}${copied > 0 ? `整块栈也放不下：把 ${exact(copied)}复制到两倍大的栈。` : '整块栈放得下。'}`,
    returned: ({ turn, gave }) => `第 ${formatNumber(turn)} 次返回。${gave ? '那一段还掉了。' : '这一段留着。'}整块栈不变。`,
    rest: ({ turns, segments }) => `第 2 到第 ${formatNumber(turns + 1)} 圈：取了又还 ${formatNumber(segments)} 段，什么也没复制。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'call': return `下一步：一次 ${exact(op.bytes)}的调用。`;
      case 'loop': return `下一步：循环 ${formatNumber(op.times)} 圈，每圈一次 ${exact(op.bytes)}的调用，随即返回。`;
      case 'return': return '下一步：返回。';
    }
  },
  answer: (_op, { segments, copies }) => `取了 ${formatNumber(segments)} 段，整块栈复制 ${formatNumber(copies)} 次。`,
  end: '段还掉了，下一次调用又得再取；整块栈有了就留着。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写 ${examples.join('，或者 ')}。`,
    bytes: ({ value, least, most }) => `${formatNumber(Number(value))} 不能作一次调用的大小：要 8 的倍数，${formatNumber(Number(least))} 到 ${formatNumber(Number(most))} 字节。`,
    times: ({ value, most }) => `${formatNumber(Number(value))} 圈不在 1 到 ${formatNumber(Number(most))} 之间。`,
    first: () => '没有可以返回的调用。',
    long: ({ most }) => `程序最多 ${formatNumber(Number(most))} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一个操作：${examples.join(' · ')}。大小是一次调用占的字节，含返回地址；两个栈一开始都是 ${bytes(segmentMin)}。# 开头是注释。`,
  guess: { title: '先猜这个循环', ask: ({ do: what }) => (what === 'loop' ? '一共取多少段，整块栈复制几次？' : ''), unread: (text) => `“${text.slice(0, 20)}”不是两个数。写成 段数 + 次数。` },
  contiguous: 'Go 1.27',
  copies: (copies) => `复制 ${formatNumber(copies)} 次`,
  segmented: 'Go 1.2',
  more: (size) => `+ ${bytes(size)}`,
  guard: 'guard',
  taken: (taken) => `取了 ${formatNumber(taken)} 段`,
  frame: (size) => formatNumber(size),
  call: exact,
  wayBack: '怎样回到前一段',
  facts: { segments: '各段（Go 1.2）', taken: '取了几段', given: '还了几段', stack: '整块栈（Go 1.27）', copies: '复制它几次', bytes: '复制的字节' },
  list: (sizes) => sizes.map(bytes).join(' + '),
  number: (value) => formatNumber(value),
  bytes,
};
export default words;

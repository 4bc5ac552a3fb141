import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { PinballEvent } from './pinball.ts';
import { example } from './read.ts';
import { versionOf, type Place } from './recorded.ts';
import { kept } from './snippets.ts';
import type { PinballWords } from './words.ts';

/** Longer than what a frame keeps, and in the frame all the same. */
const uncopied = 'bytesOfString(string33)';

const places: Readonly<Record<Place, string>> = { stack: '栈', heap: '堆', table: '程序里现成的表' };
const costOf = (bytes: number, mallocs: number): string => (mallocs === 0 ? '堆上没有分配' : `堆上 ${formatBytes(bytes, 'zh')}`);

function whyOf({ call, place, peg, bytes, mallocs }: Extract<PinballEvent, { kind: 'fell' }>): string {
  if (place === 'table') return '接口里要放一个指向值的指针。不过小整数在程序里有一张现成的表 staticuint64s，指过去就行，堆上没有分配。';
  if (place === 'stack' && call === uncopied) return '没有谁写 b，这个版本看得出来，于是 b 直接用字符串的字节：不复制，栈和堆都不用。';
  if (place === 'stack') return peg === undefined ? '调用结束后没有谁还指着它，大小也是已知的，就放在栈帧里。堆上没有分配。' : staysThough[peg];
  return `${turned[peg!]}每次调用在堆上分配 ${formatNumber(mallocs)} 个对象，共 ${formatBytes(bytes, 'zh')}。`;
}

const turned = {
  outlives: '调用结束后，还有东西指着它。',
  interface: '接口里放着指向这个值的指针，又去了编译器跟不到的地方。',
  large: '它太大了，编译器不许放进栈帧。',
  unknown: '编译时不知道它有多大，栈帧里没有给它留地方，或者留得不够。',
} as const;

const staysThough = {
  outlives: '调用结束后，没有谁还指着它。',
  interface: '接口没有离开这次调用。',
  large: '它很大，但这个版本还允许放进栈帧。',
  unknown: `编译时不知道它有多大，但栈帧里为这样的值留了 ${kept} 字节，它放得下。`,
} as const;

const words: PinballWords = {
  title: '逃逸弹珠',
  caption: '这里没有一个结论是我们算出来的：怎么判，录自真正的编译器；堆上分了多少，是在编译出的程序里数的。',
  controls: { release: 'Go 1.' },
  choices: { stack: '栈', heap: '堆' },
  presets: { sizes: '有多大？', lifetimes: '谁还指着它？', interfaces: '装进接口' },
  kinds: { written: '写下一个值', said: '-m 怎么说', fell: '落在哪里' },
  events: {
    written: ({ call }) => `${call}：栈还是堆？`,
    said: ({ says, release }) => (says === '' ? `${versionOf(release)} 的编译器对它没说什么。` : `${versionOf(release)} 的编译器说：“${says.replace('\n', '; ')}”。`),
    fell: whyOf,
  },
  op: ({ call }) => `下一个：${call}。`,
  answer: ({ call }, { place }) => `${call}：${places[place]}。`,
  end: '没有一个是 new 或 & 决定的。',
  errors: {
    call: ({ text }) => `“${text}”没有录过。照例子里的写法写一个调用，比如 ${example}。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: '一行一个录过的调用。函数和全部调用都在本书的代码仓库里，目录是 oracle/probe/escapes。',
  guess: { title: '先猜一猜', ask: ({ call }) => `${call}：值放在哪里？`, unread: (text) => `“${text}”既不是栈，也不是堆。` },
  pegs: { outlives: '调用结束后还要用？', interface: '装进接口，又要离开？', large: '大得栈帧放不下？', unknown: '大小未知，又没留够地方？' },
  places,
  none: '还没有',
  cost: costOf,
  asked: (version) => `${version} 下执行 go build -gcflags='-m -l'：`,
  silent: '（什么也没说）',
  releases: '录自 Go 1.x：',
  facts: { call: '调用', said: '-m -l 怎么说', place: '录到的' },
};
export default words;

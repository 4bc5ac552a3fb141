import type { Outlook } from '../../engine/collectors/tricolor/board.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { nameOf, write } from './notation.ts';
import type { HideWords } from './words.ts';

const all = (objects: readonly number[]): string => objects.map(nameOf).join('、');

function outlook(found: Outlook): string {
  if (found === 'lost') return '丢了。';
  if (found === 'over') return '标记结束，什么都没丢。';
  if (found === 'none found') return '从这里没找到会丢的走法。';
  if ('proved' in found) return `已证明：${formatNumber(found.proved)} 个状态里都丢不了。`;
  return `再走 ${found.loss.length} 步就能丢一个。`;
}

const words: HideWords = {
  title: '藏住白对象',
  caption: '你是程序，收集器正干到一半。把一个你还拿着的对象从它眼皮底下藏过去。成功了，它就从你的指针下面把对象清扫掉。',
  controls: { level: '关卡' },
  choices: { none: '没有屏障', dijkstra: 'Dijkstra', rescan: 'Dijkstra，再扫一遍栈', yuasa: 'Yuasa', hybrid: 'Go 的混合屏障' },
  presets: { none: '1：没有屏障', dijkstra: '2：Dijkstra 屏障', rescan: '3：再加重新扫描栈', yuasa: '4：Yuasa 屏障，栈扫得晚', hybrid: '5：Go 的混合屏障' },
  kinds: { moved: '你的一步', scanned: '收集器扫描', swept: '清扫', lost: '丢了对象' },
  events: {
    moved: ({ step, shaded }) => `你走 ${write(step)}。${shaded.length > 0 ? `屏障把 ${all(shaded)} 标成灰色。` : ''}`,
    scanned: ({ step, shaded }) => `收集器走 ${write(step)}。${shaded.length > 0 ? `${all(shaded)} 变成灰色。` : '没有新发现。'}`,
    swept: ({ freed }) => (freed.length > 0 ? `收集器清扫掉 ${all(freed)}，本来就没人够得着了。` : '收集器干完了，没有什么可清扫。'),
    lost: ({ lost }) => `收集器清扫掉 ${all(lost)}，程序却还够得着。`,
  },
  op: () => '该你走了。白色是收集器还没见过的，到最后凡是白的都会被清扫。',
  answer: (op, { lost, outlook: found }) => (lost.length > 0 ? `你赢了：${all(lost)} 已被清扫，而你的指针还指着那里。Go 会把这块内存交给下一个同样大小的对象：你再读，读到别人的数据；再写，写坏别人的数据。` : `${write(op)}。${outlook(found)}`),
  end: '',
  blank: '还没有人走。白色是收集器还没见过的，到最后凡是白的都会被清扫。',
  errors: {
    line: ({ text }) => `“${text}”不是一步棋。可以写 r1 = A.next、G.right = B、r1 = nil 或 gc: scan A。`,
    illegal: ({ step }) => `这里走不了这一步：${step}。你只能用寄存器和 G 够得着的对象，收集器只扫描灰色的。`,
    long: ({ most }) => `一局最多 ${most} 步。`,
    budget: () => '这一局没能及时结束。',
  },
  help: '一行一步。你的：r1 = A.next 读，G.right = B 写，r1 = nil 放手。收集器的：gc: scan A，gc: scan stack，gc: sweep，gc: go on to the end。',
  outlook,
  colors: { white: '白', grey: '灰', black: '黑', gone: '已清扫', lost: '已清扫，还在用' },
  stack: '栈，还没扫描',
  scanned: '栈，扫描过',
  facts: { outlook: '前景', registers: '寄存器', pointsTo: (targets) => `指向 ${targets}`, nothing: '不指向任何对象', held: (targets) => `拿着 ${targets}` },
};
export default words;

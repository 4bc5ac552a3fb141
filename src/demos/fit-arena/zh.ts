import type { Answer } from '../../engine/allocators/allocator.ts';
import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.zh.ts';
import { policyNames } from './policies.ts';
import type { ArenaWords, LaneFigures } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const percent = ({ live, heap }: LaneFigures): string => `${formatNumber((100 * live) / heap, 0)}%`;
const meanings: Readonly<Record<string, string>> = { live: '存活', free: '空洞', top: '还没用过', refused: '连同标记或取整，放不下' };

const policies: ArenaWords['policies'] = { first: '首次适配', next: '循环首次适配', best: '最佳适配', worst: '最差适配', segregated: '分离适配', buddy: '伙伴系统' };

const inWords = (indexes: readonly number[]): string => indexes.map((i) => policies[policyNames[i]!]).join('、');
const indexesOf = (answers: readonly Answer[], refused: boolean): readonly number[] => answers.flatMap((answer, i) => ((answer === null) === refused ? [i] : []));

const words: ArenaWords = {
  title: '谁来挑空洞',
  caption: '六种挑空洞的办法，同一个程序，一样大的堆。字节还多着，请求就已经落空：缺的是连成一片的地方，而这由先前的选择定下。斜纹是没人要的零头：链表的边界标记，伙伴系统的取整。',
  controls: { heap: '堆的字节数' },
  choices: {},
  presets: { steady: '随机的稳定状态', bestLoses: '最佳适配输了', firstLoses: '首次适配输了', buddyWastes: '比 2 的幂多一个字节', powers: '恰好是 2 的幂' },
  kinds: { served: '都给了', refused: '有的给不出', freed: '释放一个对象', nothing: '没东西可释放' },
  events: {
    served: ({ op, lanes }) => `六种办法都为 ${op.name} 找到了 ${bytes(op.size)}，分别看了 ${lanes.map(({ steps }) => String(steps)).join('、')} 块。`,
    refused: ({ op, lanes }) => {
      const answers = lanes.map(({ answer }) => answer);
      const serving = indexesOf(answers, false);
      const size = bytes(op.size);
      return serving.length === 0 ? `为 ${op.name} 要 ${size}：六种办法都给不出。` : `为 ${op.name} 要 ${size}：${inWords(indexesOf(answers, true))}给不出，${inWords(serving)}给了。`;
    },
    freed: ({ op }) => `${op.name} 释放了，空出来的块与相邻的空闲块并成一块。`,
    nothing: ({ op }) => `谁也没有 ${op.name}，没东西可释放。`,
  },
  op: (op) => (op.do === 'free' ? `下一步，释放 ${op.name}。` : `下一步，为 ${op.name} ${op.do} ${bytes(op.size)}。`),
  answer: (op, answers) => (op.do === 'free' ? `${op.name} 已释放。` : `回答：${answers.map((answer) => (answer === null ? '空指针' : formatAddress(answer))).join('、')}。`),
  end: '给不出的，是找不到一个够大的洞，不管一共空着多少字节。',
  errors: heapErrors,
  help: heapHelp,
  policies,
  rover: '下次从这里找起',
  figure: (lane) => `${lane.refused === 0 ? '' : `${lane.refused} 次给不出 · `}存活 ${percent(lane)}`,
  note: ({ holes, largest, steps }) => `${holes} 个空洞，最大 ${largest} · 共看 ${steps} 块`,
  fact: ({ live, heap, holes, largest, refused, steps }) => `${formatNumber(heap)} 字节里存活 ${formatNumber(live)}，${holes} 个空洞，最大 ${largest} 字节，${refused} 次给不出，共看 ${steps} 块`,
  cell: (meaning, size, addr, name) => `${name === undefined ? '' : `${name}：`}偏移 ${addr} 处 ${size} 字节，${meanings[meaning] ?? meaning}`,
};
export default words;

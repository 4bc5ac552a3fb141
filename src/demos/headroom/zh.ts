import type { Prices } from '../../engine/collectors/headroom.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { bytesOf } from './loads.ts';
import type { HeadroomWords } from './words.ts';

function said({ headroom, markSweep, copying }: Prices): string {
  const room = `余量 ${formatNumber(headroom, 0)}%：每分配一个字，标记清扫碰 ${formatNumber(markSweep.counted)} 个字，公式说是 ${formatNumber(markSweep.formula)}。`;
  return copying ? `${room}复制碰 ${formatNumber(copying.counted)} 个字，公式说是 ${formatNumber(copying.formula)}。` : `${room}复制没有地方：半个堆还放不下存活的，或者刚刚放满。`;
}

const words: HeadroomWords = {
  title: '余量',
  caption: '曲线是公式，圆圈是我们的引擎数出来的。余量加倍，一个字的价钱大约减半；没有余量，价钱没有上限。复制只能用半个堆，在 GOGC 的默认值那里就撞了墙。',
  controls: { load: '存活的' },
  choices: { usual: '常见', pointers: '指针多', data: '数据多' },
  presets: { usual: `每个 ${bytesOf('usual')} 字节，3 个指针`, pointers: `每个 ${bytesOf('pointers')} 字节，几乎全是指针`, data: `每个 ${bytesOf('data')} 字节，1 个指针` },
  kinds: { counted: '数完一个堆' },
  events: { counted: ({ prices }) => said(prices) },
  op: ({ headroom }) => `下一个：余量 ${headroom}% 的堆。`,
  answer: (_op, prices) => said(prices),
  end: '',
  errors: {},
  axes: { headroom: '余量：GOGC', price: '每分配一个字碰几个字' },
  lines: { markSweep: '标记清扫', copying: '复制', marking: '只算标记' },
  gogc: 'GOGC=100',
  none: '还没数',
  noRoom: '没有地方',
  price: (counted, formula) => `数得 ${counted}，公式 ${formula}`,
};
export default words;

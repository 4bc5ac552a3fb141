import type { SharePrices } from '../../engine/collectors/die-young.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { YoungWords } from './words.ts';

const said = ({ share, generational, markSweep }: SharePrices): string =>
  `${share}% 死得早：每分配一个字，分代碰 ${formatNumber(generational)} 个字，标记清扫碰 ${formatNumber(markSweep)} 个字。${generational < markSweep ? '分代便宜。' : '标记清扫便宜。'}`;

const words: YoungWords = {
  title: '为什么不分代？',
  caption: '同一个程序，随生随死的对象越来越多。对标记清扫，这没有差别。分代要到几乎全都死得早，才便宜得下来；堆越大，越要等到后面。',
  controls: { gogc: 'GOGC' },
  choices: {},
  presets: { usual: 'GOGC=100', double: 'GOGC=200', fourfold: 'GOGC=400' },
  kinds: { counted: '数完一个程序' },
  events: { counted: ({ prices }) => said(prices) },
  op: ({ share }) => `下一个：新对象有 ${share}% 死得早。`,
  answer: (_op, prices) => said(prices),
  end: '',
  errors: {},
  axes: { share: '死得早的新对象', price: '每分配一个字碰几个字' },
  lines: { markSweep: '标记清扫', generational: '分代' },
  pays: '分代划算',
  from: (percent) => `从 ${percent}% 起`,
};
export default words;

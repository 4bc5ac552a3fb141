import type { SharePrices } from '../../engine/collectors/die-young.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { YoungWords } from './words.ts';

const said = ({ share, generational, markSweep }: SharePrices): string =>
  `${share}% die young: generations touch ${formatNumber(generational)} words for each word allocated, mark and sweep ${formatNumber(markSweep)}. ${generational < markSweep ? 'Generations are cheaper.' : 'Mark and sweep is cheaper.'}`;

const words: YoungWords = {
  title: 'Why not generational?',
  caption: 'One program, more and more of whose objects die at once. To mark and sweep it makes no difference. Generations become cheap only where nearly all of them do; and the larger the heap, the later.',
  controls: { gogc: 'GOGC' },
  choices: {},
  presets: { usual: 'GOGC=100', double: 'GOGC=200', fourfold: 'GOGC=400' },
  kinds: { counted: 'a program is counted' },
  events: { counted: ({ prices }) => said(prices) },
  op: ({ share }) => `Next: ${share}% of the new objects die young.`,
  answer: (_op, prices) => said(prices),
  end: '',
  errors: {},
  axes: { share: 'new objects that die young', price: 'words touched for each word allocated' },
  lines: { markSweep: 'mark and sweep', generational: 'generations' },
  pays: 'generations pay',
  from: (percent) => `from ${percent}% on`,
};
export default words;

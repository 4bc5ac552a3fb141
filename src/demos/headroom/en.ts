import type { Prices } from '../../engine/collectors/headroom.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { bytesOf } from './loads.ts';
import type { HeadroomWords } from './words.ts';

function said({ headroom, markSweep, copying }: Prices): string {
  const room = `With ${formatNumber(headroom, 0)}% of headroom, mark and sweep touches ${formatNumber(markSweep.counted)} words for each word allocated; the formula says ${formatNumber(markSweep.formula)}.`;
  return copying ? `${room} Copying touches ${formatNumber(copying.counted)}; the formula says ${formatNumber(copying.formula)}.` : `${room} Copying has no room: half of the heap is no more than what lives.`;
}

const words: HeadroomWords = {
  title: 'Headroom',
  caption: 'Curves are formulas, circles what our engines count. Twice the headroom about halves the price of a word; without headroom it has no limit. Copying meets that wall at the default of GOGC, because it can use half of the heap.',
  controls: { load: 'what lives' },
  choices: { usual: 'usual', pointers: 'pointers', data: 'data' },
  presets: { usual: `${bytesOf('usual')} bytes, 3 pointers each`, pointers: `${bytesOf('pointers')} bytes, nearly all pointers`, data: `${bytesOf('data')} bytes, 1 pointer each` },
  kinds: { counted: 'a heap is counted' },
  events: { counted: ({ prices }) => said(prices) },
  op: ({ headroom }) => `Next: a heap with ${headroom}% of headroom.`,
  answer: (_op, prices) => said(prices),
  end: '',
  errors: {},
  axes: { headroom: 'headroom: GOGC', price: 'words touched for each word allocated' },
  lines: { markSweep: 'mark and sweep', copying: 'copying', marking: 'marking alone' },
  gogc: 'GOGC=100',
  none: 'nothing counted yet',
  noRoom: 'no room',
  price: (counted, formula) => `${counted} counted, ${formula} by formula`,
};
export default words;

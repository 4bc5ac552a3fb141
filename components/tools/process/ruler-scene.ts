import type { MappingMark, Scenes } from '../../../src/demos/scene.ts';
import { mappingMark } from '../../../src/demos/two-maps/marks.ts';
import { bandOf, bands } from '../../../src/engine/memory/map-tour.ts';
import { baseName } from '../../../src/engine/memory/mapping.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import { said, saidBetween } from './headline.ts';
import type { Crowd, MapReading, Row } from './reading.ts';
import type { ProcessWords } from './words.ts';

/** The reader's map on the ruler of chapter 1.1: one column, and only the bands it has. */
export function rulerScene({ rows, crowds, whole, format, program }: MapReading, chosen: Row | undefined, words: ProcessWords): Scenes['ruler'] {
  const present = bands.filter((band) => rows.some(({ mapping }) => bandOf(mapping) === band) || crowds.some((crowd) => crowd.band === band));
  const marks = rows.map((row, op) => markOf(row, op, row.index === chosen?.index, words));
  return {
    marks: [...marks, ...crowds.map((crowd) => crowdMark(crowd, words))].map((mark) => ({ ...mark, band: present.indexOf(bands[mark.band]!) })),
    frame: {
      columns: [{
        name: program === undefined ? format : baseName(program.split(' ')[0]!),
        totals: [`VIRT ${said(whole.virtKiB)}`, ...(whole.rssKiB ? [`RSS ${saidBetween(whole.rssKiB)}`] : [])],
      }],
      bands: present.map((band) => words.memory.bands[band]),
    },
    facts: [],
  };
}

const markOf = ({ mapping }: Row, op: number, now: boolean, { memory }: ProcessWords): MappingMark =>
  mappingMark(mapping, { key: mapping.start, at: { op, moment: 0 }, column: 0, now }, memory);

/** A band's other mappings, as one bar that leads nowhere. */
const crowdMark = ({ band, mappings, sizeKiB, residentKiB }: Crowd, words: ProcessWords): MappingMark => ({
  key: `crowd ${band}`,
  column: 0,
  band: bands.indexOf(band),
  name: words.crowd(formatNumber(mappings)),
  size: formatNumber(sizeKiB),
  perms: '',
  sizeKiB,
  residentKiB,
  meaning: 'mapped',
  certainty: 'guess',
  address: '',
  now: false,
});

import { standalone } from './standalone.ts';
import { made, widthOf, wrapped, type Hand } from './text.ts';

/** What stands beneath a drawing that was taken along, each on lines of its own. */
export interface Foot {
  /** The page's legend, `li` after `li` of a mark and its word. */
  readonly legends: readonly Element[];
  /** What happens in the drawing. */
  readonly sentence: string;
  /** What it is, and where it is from. */
  readonly source: string;
}

/** A part of the foot, and how many pixels high it is. */
interface Part { readonly drawn: SVGElement; readonly height: number }

const [between, afterMark, afterWord] = [12, 6, 20];

/** The foot, `width` pixels wide, and its height. */
export function footOf({ legends, sentence, source }: Foot, width: number): Part {
  const parts = [...legends.map((legend) => legendOf(legend, width)), setIn(sentence, width, handOf('--ink', 14)), setIn(source, width, handOf('--ink-3', 12))].filter(({ height }) => height > 0);
  const drawn = made('g', {});
  let height = 0;
  for (const part of parts) {
    part.drawn.setAttribute('transform', `translate(0 ${height})`);
    drawn.append(part.drawn);
    height += part.height + between;
  }
  return { drawn, height: Math.max(0, height - between) };
}

/** The page's own colours and faces. */
function handOf(colour: string, size: number): Hand {
  const probe = Object.assign(document.createElement('span'), { style: `color: var(${colour}); font-family: var(--sans)` });
  document.body.append(probe);
  const { color, fontFamily } = getComputedStyle(probe);
  probe.remove();
  return { size, fill: color, family: fontFamily.replaceAll('"', "'") };
}

const lineOf = ({ size }: Hand): number => Math.round(size * 1.5);

const textIn = ({ size, fill, family }: Hand, x: number, y: number, words: string): SVGTextElement => made('text', { x, y, fill, 'font-size': size, 'font-family': family }, words);

function setIn(words: string, width: number, hand: Hand): Part {
  const lines = words === '' ? [] : wrapped(words, width, hand);
  return { drawn: made('g', {}, ...lines.map((line, i) => textIn(hand, 0, i * lineOf(hand) + hand.size, line))), height: lines.length * lineOf(hand) };
}

/** Each mark beside its word, line after line. */
function legendOf(legend: Element, width: number): Part {
  const hand = handOf('--ink-2', 13);
  const drawn = made('g', {});
  let [x, y] = [0, 0];
  for (const item of legend.querySelectorAll('li')) {
    const [swatch, words] = [item.querySelector('svg')!, item.textContent!.trim()];
    const start = Number(swatch.getAttribute('width')) + afterMark;
    const wide = start + widthOf(words, hand);
    if (x > 0 && x + wide > width) [x, y] = [0, y + lineOf(hand)];
    const mark = standalone(swatch);
    mark.setAttribute('x', String(x));
    mark.setAttribute('y', String(y + 2));
    drawn.append(mark, textIn(hand, x + start, y + hand.size, words));
    x += wide + afterWord;
  }
  return { drawn, height: y + lineOf(hand) };
}

import type { WordMark, WordsFrame } from '../../src/demos/scene-words.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';

/** Pixels: a word, the line of headings, one flag's cell, and from the memory to the line its pointers run in. */
const word = 19;
const head = 24;
const flag = 24;
const lane = 16;

/** Where memory begins and ends; percent of the drawing. */
const left = 12;
const right = 66;
const column = { x: `${left}%`, width: `${right - left}%` };

const topOf = (words: number): number => head + words * word;

/** Memory word by word, lowest address on top; tags are shown as numbers with their flags set apart, and who counts from where to read them. */
export function Tags({ drawing, title, describedBy, onPick }: PropsOf<'tags'>) {
  const { words, heads, blocks, from, reads, span } = drawing.frame.value;
  return (
    <svg class="view tags" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={topOf(words) + 6}>
      <Heads {...heads} />
      {drawing.keys.value.map((key) => <Words key={key} mark={drawing.mark(key)} onPick={onPick} />)}
      {blocks.map((block) => <rect key={block.top} class="block" {...column} y={topOf(block.top)} height={block.words * word} />)}
      {from && <Pointer from={from} reads={reads} />}
      {span && <Span {...span} />}
    </svg>
  );
}

function Heads({ word: name, says, flags }: WordsFrame['heads']) {
  return (
    <g class="heads">
      <svg x={`${left}%`} overflow="visible"><text class="rule" x="8" y="14">{name}</text></svg>
      <svg x={`${right}%`} overflow="visible">
        <text class="rule" x={-flags.length * flag - 10} y="14" text-anchor="end">{says}</text>
        {flags.map((one, i) => <text key={one} class="rule" x={(i - flags.length) * flag + (flags.length === 1 ? 2 : flag / 2)} y="14" text-anchor={flags.length === 1 ? 'start' : 'middle'}>{one}</text>)}
      </svg>
    </g>
  );
}

interface WordsProps { readonly mark: ReturnType<PropsOf<'tags'>['drawing']['mark']>; readonly onPick: PropsOf<'tags'>['onPick'] }

function Words({ mark, onPick }: WordsProps) {
  const { key, at, top, words, address, tag, meaning, now, label }: WordMark = mark.value;
  const y = topOf(top);
  return (
    <g data-key={key} data-meaning={meaning} data-now={now} class={tag && meaning === 'none' ? 'left' : undefined} onClick={at && (() => onPick(at))}>
      <text class="address" x="0" y={y + 13}>{address}</text>
      {tag
        ? <rect class={`word ${meaning === 'none' ? 'm-none' : ''}${now ? ` now ${now}` : ''}`} {...column} y={y + 1} height={word - 2} />
        : <Stretch mark={mark.value} y={y} height={words * word} />}
      {tag && <Number {...tag} y={y} />}
      {tag && label !== '' && <svg x={`${right}%`} y={y} overflow="visible"><text class="rule" x={lane - 6} y="13">{label}</text></svg>}
    </g>
  );
}

/** A word as a number: all of it, its upper bits, and each flag in a cell of its own. */
function Number({ hex, says, flags, y }: NonNullable<WordMark['tag']> & { readonly y: number }) {
  return (
    <>
      <svg x={`${left}%`} y={y} overflow="visible"><text class="hex" x="8" y="14">{hex}</text></svg>
      <svg x={`${right}%`} y={y} overflow="visible">
        <text class="figures" x={-flags.length * flag - 10} y="14" text-anchor="end">{says}</text>
        {flags.map((one, i) => (
          <g key={i}>
            <line class="flag-cell" x1={(i - flags.length) * flag} x2={(i - flags.length) * flag} y1="1" y2={word - 1} />
            <text class="flag" x={(i - flags.length + 0.5) * flag} y="14" text-anchor="middle">{one}</text>
          </g>
        ))}
      </svg>
    </>
  );
}

function Stretch({ mark: { meaning, asked = 1, label }, y, height }: { readonly mark: WordMark; readonly y: number; readonly height: number }) {
  const full = Math.round(height * asked);
  return (
    <>
      {asked < 1 && <rect class="m-slack" {...column} y={y + full} height={height - full} />}
      <rect class={classOf(meaning)} {...column} y={y} height={full} />
      <svg x={`${left}%`} y={y} overflow="visible"><text class={`stretch-label${meaning === 'live' ? ' on-live' : ''}`} x="8" y={Math.min(full, word) / 2 + 5}>{label}</text></svg>
    </>
  );
}

/** From a pointer a line runs beside the memory to the words that are found by counting from it. */
function Pointer({ from, reads }: { readonly from: NonNullable<WordsFrame['from']>; readonly reads: WordsFrame['reads'] }) {
  const middle = (at: number): number => topOf(at) + word / 2;
  return (
    <svg class="pointer" x={`${right}%`} overflow="visible">
      <text class="from" x={lane + 8} y={middle(from.at) + 4}>{from.label}</text>
      <line class="lane" x1="2" x2={lane + 4} y1={middle(from.at)} y2={middle(from.at)} />
      {reads.map(({ at, label, now }) => (
        <g key={at} data-reads={label} data-now={now || undefined}>
          <polyline class={`lane${now ? ' now' : ''}`} points={`${lane},${middle(from.at)} ${lane},${middle(at)} 8,${middle(at)}`} />
          <path class={`arrow${now ? ' now' : ''}`} d={`M2,${middle(at)} l8,-4 v8 z`} />
          <text class={`read-label${now ? ' now' : ''}`} x={lane + 8} y={middle(at) + 4}>{label}</text>
        </g>
      ))}
    </svg>
  );
}

function Span({ top, words, label }: NonNullable<WordsFrame['span']>) {
  return (
    <g class="merging">
      <rect class="span" {...column} y={topOf(top)} height={words * word} />
      <svg x={`${right}%`} y={topOf(top + words / 2)} overflow="visible"><text class="span-label" x="4" y="4">{label}</text></svg>
    </g>
  );
}

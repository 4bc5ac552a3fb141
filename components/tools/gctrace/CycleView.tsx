import type { Cycle } from '../../../src/engine/go/gctrace/line.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import { classOf } from '../../views/legend.ts';
import { cycleGroups, mibOf, type CycleGroup, type CycleRow, type Expected } from './cycle-rows.ts';
import type { CycleWords } from './cycle-words.ts';

interface Props { readonly cycle: Cycle; readonly expected: Expected | undefined; readonly words: CycleWords }

/** Every field of one line: what it means, how much it is, and where it lies in the cycle. */
export function CycleView({ cycle, expected, words }: Props) {
  const { seconds, percent, forced, stacks, globals, procs } = cycle;
  return (
    <div class="cycle">
      <p class="when">{[words.when(formatNumber(seconds, 3), formatNumber(percent)), ...(forced ? [words.forced] : [])].join(words.gap)}</p>
      {cycleGroups(cycle, expected).map((group) => <Group key={group.kind} group={group} words={words} />)}
      <p class="verdict" data-inside={expected?.inside}>{verdict(expected, words)}</p>
      {stacks !== undefined && globals !== undefined && <p>{words.roots(formatNumber(stacks), formatNumber(globals))}</p>}
      <p>{words.procs(formatNumber(procs))}</p>
    </div>
  );
}

function verdict(expected: Expected | undefined, words: CycleWords): string {
  if (!expected) return words.unknown;
  return [words.between(mibOf(expected.least), mibOf(expected.most + 1)), expected.inside ? words.holds : words.fails].join(words.gap);
}

function Group({ group: { kind, rows }, words }: { readonly group: CycleGroup; readonly words: CycleWords }) {
  return (
    <section data-group={kind}>
      <h3>{words.groups[kind]}</h3>
      {rows.map((row) => <Row key={row.name} row={row} words={words} />)}
    </section>
  );
}

function Row({ row: { name, value, from, to, mark }, words }: { readonly row: CycleRow; readonly words: CycleWords }) {
  const [title, means] = words.rows[name];
  return (
    <div class="field" data-field={name}>
      <p><b>{title}</b> <span class="figures">{value}</span></p>
      <p class="means">{means}</p>
      <svg class="view" width="100%" height="11" aria-hidden="true">
        <line class="hair" x1="0" x2="100%" y1="5.5" y2="5.5" />
        <rect class={classOf(mark)} x={`${from.toFixed(2)}%`} width={`${(to - from).toFixed(2)}%`} y="1" height="9" />
      </svg>
    </div>
  );
}

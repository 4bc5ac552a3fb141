import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Desk, type Standing } from '../../components/tools/trace/desk.ts';
import { digest } from '../../components/tools/trace/digest.ts';
import { Outcome } from '../../components/tools/trace/Outcome.tsx';
import { readWhole } from '../../components/tools/trace/read-whole.ts';
import { mostMarks, type Reading } from '../../components/tools/trace/reading.ts';
import { Runner } from '../../components/tools/trace/runner.ts';
import { loadTraceWords } from '../../components/tools/trace/words.ts';
import { machineNames, machines, type MachineName } from '../../src/engine/allocators/machines.ts';
import { measure, type Run } from '../../src/engine/allocators/measure.ts';
import { longestTrace, textBefore, type TraceText } from '../../src/engine/allocators/trace-text.ts';
import { loadPlayerWords } from '../../src/i18n/player.ts';
import type { Bench, Kind } from './bench.ts';
import { inLanguages } from './in-languages.ts';
import { mtraces, traces } from './samples.ts';
import { bringTo } from './tool.ts';

const words = await inLanguages(loadTraceWords);
const player = await inLanguages(loadPlayerWords);
const nothing = (): void => undefined;
const reader = Object.create(Runner.prototype) as Runner;

/** Operations up to which a trace is also performed: longer ones are only read. */
const longestPerformed = 20_000;

/** The allocator that performs a text: each has its turn. */
const machineFor = (text: string): MachineName => machineNames[text.length % machineNames.length]!;

function outcome(locale: keyof typeof words, state: Desk['state']['value'], machine: MachineName, standing?: Standing): string {
  const desk = new Desk([machine]);
  desk.state.value = state;
  if (standing) desk.standings.value = new Map([[machine, standing]]);
  return renderToString(h(Outcome, { desk, words: words[locale], player: player[locale], locale, onCancel: nothing, onBefore: nothing }));
}

function perform(machine: MachineName, { program }: TraceText, marks: readonly number[]): Run {
  const work = measure(machines[machine].make, program, marks);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

interface Performed { readonly reading: Reading; readonly standing: Standing | undefined }

function readAndPerform(text: string, machine: MachineName): Performed {
  const trace = readWhole(text);
  const reading = digest(trace, mostMarks);
  return { reading, standing: trace.program.length > longestPerformed ? undefined : { is: 'done', run: perform(machine, trace, reading.marks) } };
}

function bring(text: string, bench: Bench): void {
  const machine = machineFor(text);
  bringTo<Performed>({
    read: (taken) => readAndPerform(taken, machine),
    shows: (locale, { reading, standing }) => outcome(locale, { is: 'read', reading, reader }, machine, standing),
    blames: (locale, damage, taken) => {
      textBefore(taken, damage.line);
      return outcome(locale, { is: 'damaged', damage, text: taken }, machine);
    },
  }, text, bench);
}

const kind = (name: string, samples: () => readonly string[], tokens: readonly string[]): Kind => ({ name, samples, tokens, longest: longestTrace, bring });

export const rep = kind('rep', () => traces('traces'), ['a 0 512', 'c 1 9007199254740991', 'r 0 0', 'f 0', 'f -1', 'a -1 1', 'a 4294967295 1', 'a 0 2147483648', 'r 7 1e3', 'a', '0', '= Start', '+ 0x1 0x2']);
export const mtrace = kind('mtrace', () => mtraces('mtraces'), ['= Start', '= End', '@ ./a.out:[0x1] + 0x1 0x20', '+ 0x1 0x1fffffffffffff', '- 0x1', '< 0x1', '> 0x2 0x10', '! 0x1 0x1', '@ ', '0x', '+ (nil) 0', 'a 0 1']);

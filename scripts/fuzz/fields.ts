import { kept } from '../../components/kept.ts';
import { repeated, verdict } from '../../components/guess.ts';
import { readNumber } from '../../components/read-number.ts';
import { readGogc, readMemoryLimit } from '../../src/engine/go/gctrace/settings.ts';
import { readValue, writeValue } from '../../src/demos/control.ts';
import { demos, loadDemo } from '../../src/demos/index.ts';
import { inBoth, type Bench, type Kind } from './bench.ts';

const all = await Promise.all(Object.keys(demos).map(async (id) => {
  const demo = await loadDemo(id);
  const [en, zh] = await Promise.all([demo.speak('en'), demo.speak('zh')]);
  return { id, demo, speakers: { en, zh } };
}));

const controls = all.flatMap(({ demo }) => Object.values(demo.controls));

/** What is typed into single fields, and what the browser kept. */
function bring(text: string, bench: Bench): void {
  bench.page('settings', () => [readGogc(text), readMemoryLimit(text)]);
  bench.page('controls', () => { for (const control of controls) setTo(control, text, bench); });
  bench.page('predictions', () => predict(text, bench));
  bench.page('bets', () => bet(text, bench));
  bench.page('kept', () => remember(text, bench));
}

function setTo(control: (typeof controls)[number], text: string, bench: Bench): void {
  const value = readValue(control, text);
  if (value !== undefined && readValue(control, writeValue(control, value)) !== value) bench.fault(`${text} is taken as ${value}, which is not taken`);
}

function predict(text: string, bench: Bench): void {
  for (const unit of ['', 'MiB', 'B', 'MB', 'percent']) {
    const number = readNumber(text, unit);
    if (number === undefined) continue;
    for (const answers of [[0], [1], [4096, 0], []]) bench.said('verdict', verdict(number, repeated(text, number, unit), answers, { guess: 'You said %.', off: 'Off by %.', far: 'Far off.', right: 'Right.', refused: '' }));
  }
}

function bet(text: string, bench: Bench): void {
  for (const { id, demo, speakers } of all) {
    if (!demo.guess) continue;
    const answer = demo.guess.read(text);
    if (answer !== undefined) bench.said(`${id} bet`, demo.guess.write(answer));
    else for (const locale of inBoth) bench.said(`${id} unread ${locale}`, speakers[locale].guess?.unread(text) ?? '');
  }
}

/** What another version of the book, or another hand, may have left in the browser. */
function remember(text: string, bench: Bench): void {
  const { guesses, read } = kept({ getItem: () => text });
  for (const guess of [guesses['1-1-process-memory#0'], ...Object.values(guesses)]) {
    if (guess !== undefined) predict(guess, bench);
  }
  if (read.some((chapter) => typeof chapter !== 'string')) bench.fault('a chapter that is no text counts as read');
}

const asKept = ['{"guesses":{"1-1-process-memory#0":"1,198"},"read":["1-1-process-memory"]}', '{"guesses":{},"read":[]}', '{"guesses":{"a":{"b":"1"}}}', '{"read":[1,null]}', '{"guesses":null}', 'null', '[]'];

export const field: Kind = {
  name: 'fields',
  samples: () => ['100', 'off', '512MiB', '1,024', '1 024', 'about 14 MiB', '两万五', '１４', 'c000000000', '0x7f7eba507000', 'null', 'mmap', 'nil', '0', '', ...asKept],
  tokens: ['off', 'KiB', 'GiB', 'TiB', '0x', 'null', 'true', '{}', '[]', '"read":', '"guesses":', ':null', ':1', ':{}'],
  longest: 100_000,
  bring,
};

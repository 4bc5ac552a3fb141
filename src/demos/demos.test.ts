import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../i18n/locales.ts';
import { GoRuntime } from '../oracle/go-runtime.ts';
import { compare, liveReal } from './compare.ts';
import type { Demo, Run, Speaker } from './demo.ts';
import { demos, loadDemo } from './index.ts';
import { readLink, writeLink } from './link.ts';
import { contradict } from './opposites.ts';
import type { Mark, Meaning } from './scene.ts';

const runtime = WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));
const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('__')).map(({ name }) => name);

test('every folder of src/demos is registered under its own name, and nothing else', () => {
  expect(Object.keys(demos).sort()).toEqual(folders.sort());
});

/** Meanings that a drawing names where it draws them, and its legend need not: what nobody owns yet, a heading, the only one there is. */
const named: Readonly<Record<string, readonly Meaning[]>> = {
  'adversary': ['reserved'], 'boundary-tags': ['header'], 'goroutine-bill': ['top'], 'hot-split': ['header'], 'lock-or-cache': ['live'], 'ptmalloc': ['top'], 'who-owns-rss': ['top'],
};

/** What marks mean that no legend explains. */
function unexplained(id: string, { legend }: Demo, marks: readonly Mark[]): readonly string[] {
  const met = new Set(marks.flatMap((mark) => ('meaning' in mark && mark.meaning !== 'none' ? [mark.meaning as Meaning] : [])));
  return [...met].filter((meaning) => !legend.includes(meaning) && !named[id]?.includes(meaning)).map((meaning) => `not in the legend: ${meaning}`);
}

/** What a reader of this moment would miss. */
function faults(id: string, demo: Demo, speaker: Speaker, run: Run, locale: Locale): readonly string[] {
  const { marks, facts } = speaker.scene(run);
  const sentence = speaker.sentence(run);
  const inLanguage = locale === 'zh' ? /\p{Script=Han}/u : /^[^\p{Script=Han}]+$/u;
  const found = {
    'nothing drawn': marks.length === 0,
    'two marks of one key': new Set(marks.map(({ key }) => key)).size < marks.length,
    'no text form': facts.length === 0,
    [`not ${locale}: ${sentence}`]: !inLanguage.test(sentence),
    [`a hole in: ${sentence}`]: /undefined|NaN|\[object/.test(sentence),
  };
  return [...Object.entries(found).filter(([, is]) => is).map(([fault]) => fault), ...unexplained(id, demo, marks)];
}

/** What one language says and the other denies. */
function contradiction({ en, zh }: Readonly<Record<Locale, Speaker>>, run: Run): readonly string[] {
  const [said, alsoSaid] = [en.sentence(run), zh.sentence(run)];
  return contradict(said, alsoSaid) ? [`${said} / ${alsoSaid}`] : [];
}

describe.each(Object.keys(demos))('%s', (id) => {
  test('every preset runs to its end, twice alike', async () => {
    const demo = await loadDemo(id);
    for (const preset of demo.presets) {
      const [first, second] = [demo.open(demo.input(preset)), demo.open(demo.input(preset))];
      expect(first.timeline.finish()).toEqual(second.timeline.finish());
      expect(first.timeline.picture()).toEqual(second.timeline.picture());
    }
  });

  test('every moment of every preset has a sentence, a drawing with distinct keys and an explained look, and facts, in both languages, which do not contradict each other', async () => {
    const demo = await loadDemo(id);
    const speakers = { en: await demo.speak('en'), zh: await demo.speak('zh') };
    for (const preset of demo.presets) {
      const run = demo.open(demo.input(preset));
      const found: string[] = [];
      do found.push(...locales.flatMap((locale) => faults(id, demo, speakers[locale], run, locale)), ...contradiction(speakers, run));
      while (run.timeline.step());
      expect(found).toEqual([]);
    }
  });

  test('a saved machine continues like the one it was saved from', async () => {
    const demo = await loadDemo(id);
    const run = demo.open(demo.input());
    const half = Math.floor(run.timeline.program.length / 2);
    run.timeline.seek({ op: half, moment: 0 });
    const saved = structuredClone(run.timeline.machine.save());
    const other = demo.open(demo.input());
    other.timeline.machine.load(saved);
    const rest = run.timeline.program.slice(half);
    expect(rest.map((op) => other.timeline.machine.apply(op))).toEqual(rest.map((op) => run.timeline.machine.apply(op)));
  });

  test('every position survives a share link', async () => {
    const demo = await loadDemo(id);
    for (const preset of demo.presets) {
      const input = demo.input(preset);
      const link = writeLink(id, demo, input, { op: 1, moment: 2 });
      expect(readLink(demo, new URLSearchParams(link.toString()))).toEqual({ input: { ...input, program: undefined }, at: { op: 1, moment: 2 }, refused: [] });
    }
  });

  test('its claims stand', async () => {
    const { claims } = await loadDemo(id);
    expect(Object.fromEntries(Object.entries(claims).map(([name, claim]) => [name, claim()]))).toMatchSnapshot();
  });

  test('where the real thing can answer, it agrees', async () => {
    const demo = await loadDemo(id);
    const speaker = await demo.speak('en');
    for (const preset of demo.presets) {
      const reals = [await demo.real(preset), demo.live && liveReal(demo.live, new GoRuntime(await runtime))];
      for (const real of reals.filter((one) => one !== undefined)) {
        const compared = await compare(demo, speaker, demo.open(demo.input(preset)), real);
        expect(compared.rows.filter(({ agrees }) => !agrees)).toEqual([]);
        expect(compared.parting).toBeUndefined();
      }
    }
  });
});

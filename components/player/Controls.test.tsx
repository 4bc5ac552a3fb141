import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { loadDemo } from '../../src/demos/index.ts';
import words from '../../src/i18n/player/en.ts';
import zh from '../../src/i18n/player/zh.ts';
import { Controls } from './Controls.tsx';
import { setOption } from './options.ts';
import { Session } from './session.ts';

/** A figure that has only the first of its examples. */
async function ofOneExample(): Promise<Session> {
  const demo = await loadDemo('summary-calculator');
  return new Session({ ...demo, presets: demo.presets.slice(0, 1) }, await demo.speak('en'), demo.input());
}

/** The list of examples as a reader finds it: what it offers, and what can be chosen of that. */
function listOf(session: Session, said = words): readonly string[] {
  const html = renderToString(<Controls id="figure" session={session} words={said} />);
  const list = /<select data-control="preset".*?<\/select>/.exec(html)?.[0] ?? '';
  return [...list.matchAll(/<option ([^>]*)>([^<]*)/g)].map(([, attributes, name]) => (attributes!.includes('disabled') ? `(${name!})` : name!));
}

test('a figure of one example offers no choice, until its reader sets something: then the example can be chosen again', async () => {
  const session = await ofOneExample();
  const name = session.speaker.presetName(session.input.value.preset);
  expect(listOf(session)).toEqual([]);
  setOption(session, 'heap', 0xc000400000);
  expect(listOf(session)).toEqual([`(${words.altered(name)})`, name]);
});

test('the list of a single example stands behind the controls, so that the one that is dragged stays where it is', async () => {
  const session = await ofOneExample();
  setOption(session, 'heap', 0xc000400000);
  const html = renderToString(<Controls id="figure" session={session} words={words} />);
  expect([...html.matchAll(/data-control="([a-z]+)"/g)].map(([, name]) => name).at(-1)).toBe('preset');
});

test.each([['en', 'simulated, with your settings'], ['zh', '模拟的，按你的设定']] as const)('a recorded cycle is called simulated once a reader sets something, in %s', async (locale, name) => {
  const demo = await loadDemo('gc-cycle');
  const session = new Session(demo, await demo.speak(locale), demo.input());
  const list = (): readonly string[] => listOf(session, locale === 'en' ? words : zh);
  expect(list()).not.toContain(`(${name})`);
  setOption(session, 'procs', 5);
  expect(list()[0]).toBe(`(${name})`);
  setOption(session, 'procs', 4);
  expect(list()).not.toContain(`(${name})`);
});

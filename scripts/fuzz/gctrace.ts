import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Desk } from '../../components/tools/gctrace/desk.ts';
import { Outcome } from '../../components/tools/gctrace/Outcome.tsx';
import { readLog } from '../../components/tools/gctrace/read-log.ts';
import { Reader } from '../../components/tools/gctrace/reader.ts';
import type { Reading } from '../../components/tools/gctrace/reading.ts';
import { loadGctraceWords } from '../../components/tools/gctrace/words.ts';
import { withNewlines } from '../../components/tools/newlines.ts';
import { defaults } from '../../src/engine/go/gctrace/goal.ts';
import { longestLog } from '../../src/engine/go/gctrace/read.ts';
import { loadPlayerWords } from '../../src/i18n/player.ts';
import type { Kind } from './bench.ts';
import { inLanguages } from './in-languages.ts';
import { logs } from './samples.ts';
import { bringTo } from './tool.ts';

const words = await inLanguages(loadGctraceWords);
const player = await inLanguages(loadPlayerWords);
const nothing = (): void => undefined;
const reader = Object.create(Reader.prototype) as Reader;

function outcome(locale: keyof typeof words, state: Desk['state']['value']): string {
  const desk = new Desk();
  desk.state.value = state;
  return renderToString(h(Outcome, { desk, words: words[locale], player: player[locale], onCancel: nothing, onLine: nothing }));
}

export const gctrace: Kind = {
  name: 'gctrace',
  samples: () => logs('logs'),
  tokens: ['gc 1 @0.000s 0%: ', 'gc 2 @', 'gc', '4->4->3 MB', '-&gt;', '\\u003e', '5 MB goal,', '17592186044415 MB goal,', '0 P', '999999 P', '(forced)', '0+0+0 ms clock,', '999999999999.999', '{"log":"gc 1 @0.1s 1%:', 'scvg: inuse: 1'],
  longest: longestLog,
  bring(text, bench) {
    const reading = bringTo<Reading>({
      read: (taken) => readLog({ text: taken, settings: defaults }),
      shows: (locale, read) => outcome(locale, { is: 'read', reading: read, reader }),
      blames: (locale, damage, taken) => outcome(locale, { is: 'damaged', damage, text: taken }),
    }, text, bench);
    for (const damage of reading?.skipped ?? []) bench.blamed(damage, withNewlines(text));
  },
};

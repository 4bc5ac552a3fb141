import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bidi } from './bidi.ts';
import type { Browser } from './browser.ts';
import { findProgram, heard, start } from './program.ts';

/** The installed Firefox, driven by WebDriver BiDi, which it speaks without a driver: https://www.w3.org/TR/webdriver-bidi/. */
export async function openFirefox(): Promise<Browser> {
  const command = process.env['FIREFOX'] ?? findProgram(['firefox-esr', 'firefox']);
  if (command === undefined) throw new Error('Firefox is not installed. On Debian: apt-get install firefox-esr. Or set FIREFOX to the path of one.');
  const home = mkdtempSync(join(tmpdir(), 'smoke-firefox-'));
  const program = start(command, ['--headless', '--no-remote', '--profile', home, '--width', '1280', '--height', '800', '--remote-debugging-port', '0'], ['ignore', 'ignore', 'pipe'], { HOME: home });
  const address = await heard(program.child.stderr!, /WebDriver BiDi listening on (ws:\S+)/, command);
  const bidi = await Bidi.connect(`${address}/session`);
  const { capabilities } = await bidi.send('session.new', { capabilities: {} }) as { capabilities: { browserVersion: string } };
  const { contexts: [first] } = await bidi.send('browsingContext.getTree', { maxDepth: 0 }) as { contexts: readonly [{ context: string }] };
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    ...drive(bidi, first.context),
    close: async () => {
      bidi.close();
      await program.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a script came to, of the shapes that BiDi has for it those a text can have. */
type Came =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

function drive(bidi: Bidi, context: string): Pick<Browser, 'open' | 'evaluate' | 'act'> {
  return {
    open: async (url) => { await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }); },
    evaluate: async (expression) => {
      const came = await bidi.send('script.evaluate', { expression, target: { context }, awaitPromise: true }) as Came;
      if (came.type === 'exception') throw new Error(came.exceptionDetails.text);
      return came.result.value;
    },
    act: async (source) => { await bidi.send('input.performActions', { context, actions: [source] }); },
  };
}

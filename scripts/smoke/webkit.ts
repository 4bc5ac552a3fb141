import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { Browser } from './browser.ts';
import { findProgram, heard, start, type Program } from './program.ts';
import { WebDriver } from './webdriver.ts';

/** The installed WebKitGTK in its small browser, driven by WebDriver: https://www.w3.org/TR/webdriver2/. */
export async function openWebKit(): Promise<Browser> {
  const [driver, browser] = [findProgram(['WebKitWebDriver']), findProgram([], ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser'])];
  if (driver === undefined || browser === undefined) throw new Error('WebKitGTK is not installed. On Debian: apt-get install webkit2gtk-driver xvfb');
  const screen = await openScreen();
  const port = await freePort();
  const program = start(driver, [`--port=${port}`], 'ignore', screen.env);
  const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const session = await WebDriver.open(`http://127.0.0.1:${port}`, options);
  return {
    name: `WebKitGTK ${session.version}`,
    ...drive(session),
    close: async () => {
      await session.close();
      await program.stop();
      await screen.stop();
    },
  };
}

function drive(session: WebDriver): Pick<Browser, 'open' | 'evaluate' | 'act'> {
  return {
    open: async (url) => { await session.send('url', { url }); },
    evaluate: async (expression) => {
      const script = `const done = arguments[0]; (${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await session.send('execute/async', { script, args: [] }) as { value?: string; error?: string };
      if (value === undefined) throw new Error(error);
      return value;
    },
    act: async (source) => { await session.send('actions', { actions: [source] }); },
  };
}

/** The screen there is; else one that is only in memory. */
async function openScreen(): Promise<{ readonly env: NodeJS.ProcessEnv; readonly stop: Program['stop'] }> {
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return { env: {}, stop: () => Promise.resolve() };
  if (findProgram(['Xvfb']) === undefined) throw new Error('WebKitGTK needs a screen. On a machine without one: apt-get install xvfb');
  const { child, stop } = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], ['ignore', 'ignore', 'ignore', 'pipe']);
  const number = await heard(child.stdio[3] as Readable, /^(\d+)$/, 'Xvfb');
  return { env: { DISPLAY: `:${number}` }, stop };
}

/** A port nobody listens at. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}

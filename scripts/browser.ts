import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { bin, node, succeeds } from './run.ts';

/** The shell is the same engine without windows: a test takes it a sixth less of the processor. */
const commands = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);

const windowsApps = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
  folder === undefined ? [] : ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((app) => join(folder, app)));

/** The browser to test with: the one `CHROMIUM` names, else an installed one, else Playwright's own; undefined when there is none. `CHROMIUM=playwright` asks for Playwright's own and no other. */
export function findBrowser(): string | undefined {
  const asked = process.env['CHROMIUM'];
  if (asked === 'playwright') return [chromium.executablePath()].find(works);
  if (asked !== undefined && asked !== '') {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM is set to ${asked}, and no such file exists. Set it to the path of a Chromium, Chrome or Edge, or unset it; “playwright” means Playwright’s own.`);
  }
  return installed() ?? [chromium.executablePath()].find(works);
}

/** The browser to test with; installs one when the machine has none. */
export async function needBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('No Chromium, Chrome or Edge found. Installing one for the tests…');
  await node([bin('playwright', '@playwright/test'), 'install', '--no-shell', 'chromium'], 'show', { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
  const own = findBrowser();
  if (own !== undefined) return own;
  if (isRootOnLinux() && succeeds('apt-get', 'update') && ['chromium-headless-shell', 'chromium'].some((packaged) => succeeds('apt-get', 'install', '-y', '--no-install-recommends', packaged))) {
    const packaged = findBrowser();
    if (packaged !== undefined) return packaged;
  }
  throw new Error('The tests need a browser and none could be installed. Install Chromium, Chrome or Edge, or set CHROMIUM to the path of one, and run the same command again.');
}

/** Whether this machine can draw Chinese; only Linux may be without, and is asked. */
export function canDrawChinese(): boolean {
  if (process.platform !== 'linux') return true;
  const asked = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return asked.status !== 0 || asked.stdout.trim() !== ''; // where there is no fontconfig to ask, fonts are found otherwise
}

/** Says when Chinese pages will show empty boxes. Nothing is judged by it. */
export function hintAtFonts(): void {
  if (!canDrawChinese()) console.log('No Chinese font is installed: screenshots of Chinese pages will show boxes. On Debian: apt-get install fonts-noto-cjk');
}

function installed(): string | undefined {
  if (process.platform === 'darwin') return macApps.find(works);
  if (process.platform === 'win32') return windowsApps.find(works);
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(works);
}

/** Whether a browser is there and starts. On Linux one may be there without the libraries it needs, or be a stub that only names a package. */
function works(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

import { setTimeout as after } from 'node:timers/promises';
import { longest } from './browser.ts';

/** What a driver answers to any command. */
interface Answer { readonly value: unknown }

/** A session of classic WebDriver: commands over HTTP. */
export class WebDriver {
  readonly version: string;
  readonly #address: string;

  private constructor(address: string, version: string) {
    this.#address = address;
    this.version = version;
  }

  /** Has a driver open a browser, as soon as the driver listens. */
  static async open(driver: string, options: object): Promise<WebDriver> {
    await listening(driver);
    const { sessionId, capabilities } = await ask('POST', `${driver}/session`, { capabilities: { alwaysMatch: options } }) as { sessionId: string; capabilities: { browserVersion: string } };
    const session = new WebDriver(`${driver}/session/${sessionId}`, capabilities.browserVersion);
    await session.send('timeouts', { script: longest, pageLoad: longest });
    return session;
  }

  send(command: string, body: object): Promise<unknown> {
    return ask('POST', `${this.#address}/${command}`, body);
  }

  /** Ends the session, unless the browser is gone and took it along. */
  async close(): Promise<void> {
    await ask('DELETE', this.#address).catch((error: unknown) => { if (!String(error).includes('invalid session id')) throw error; });
  }
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, signal: AbortSignal.timeout(2 * longest), ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json() as Answer;
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${url.replace(/.*\//, '')}: ${error} ${message}`);
}

/** Resolves when something answers there. */
async function listening(driver: string): Promise<void> {
  for (const end = Date.now() + longest; Date.now() < end; await after(20)) {
    if (await fetch(`${driver}/status`).then(() => true, () => false)) return;
  }
  throw new Error(`The driver does not answer at ${driver}.`);
}

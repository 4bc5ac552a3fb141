import { longest } from './browser.ts';

/** An answer to a command, or an event, which has no `id` and is of no use here. */
interface Message { readonly id?: number; readonly type: 'success' | 'error' | 'event'; readonly result?: unknown; readonly error?: string; readonly message?: string }

/** A connection of WebDriver BiDi: commands and their answers, by number. */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #sent = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      this.#waiting.get(message.id ?? 0)?.(message);
    });
    socket.addEventListener('close', () => {
      for (const tell of this.#waiting.values()) tell({ type: 'error', error: 'the browser closed the connection' });
    });
  }

  static connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => { resolve(new Bidi(socket)); });
      socket.addEventListener('error', () => { reject(new Error(`Nothing answers at ${url}.`)); });
    });
  }

  /** Sends a command and resolves with its result. */
  send(method: string, params: object): Promise<unknown> {
    const id = ++this.#sent;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => { reject(new Error(`${method}: no answer in ${longest / 1000} s.`)); }, longest);
      this.#waiting.set(id, ({ type, result, error, message }) => {
        clearTimeout(late);
        this.#waiting.delete(id);
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${error} ${message ?? ''}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }
}

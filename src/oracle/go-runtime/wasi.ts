/**
 * The ten WASI functions that Go imports, for a program that only computes: a clock that
 * moves by a microsecond each time it is read, random bytes from a seed, no files.
 * So the runtime is a function of its operations: equal in Node and in every browser.
 */

/** What the Go program ended itself with, and what it printed. */
export class GoExit extends Error {
  override readonly name = 'GoExit';
}

export interface WasiOptions {
  /** Environment entries such as `GODEBUG=gctrace=1`. */
  readonly env?: readonly string[];
  /** Seeds the random bytes; the runtime asks once, for its hash seeds. */
  readonly seed?: number;
}

const ok = 0;
const clockStep = 1_000n; // nanoseconds
const kept = 4_000; // characters of output

export class Wasi {
  #memory: WebAssembly.Memory | undefined;
  #now = 1_000_000_000_000n;
  #random: number;
  #text = '';
  readonly #env: readonly Uint8Array[];

  constructor({ env = [], seed = 1 }: WasiOptions = {}) {
    this.#random = seed >>> 0;
    this.#env = env.map((entry) => new TextEncoder().encode(`${entry}\0`));
  }

  /** The instance's memory, once there is one. */
  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  /** The newest output of the program: the runtime's last words when it fails. */
  get text(): string {
    return this.#text;
  }

  get imports(): WebAssembly.ModuleImports {
    return {
      args_sizes_get: (count: number, bytes: number) => this.#sizes(count, bytes, []),
      args_get: () => ok,
      environ_sizes_get: (count: number, bytes: number) => this.#sizes(count, bytes, this.#env),
      environ_get: (pointers: number, bytes: number) => this.#strings(pointers, bytes, this.#env),
      clock_time_get: (_id: number, _precision: bigint, at: number) => this.#clock(at),
      random_get: (at: number, length: number) => this.#bytes(at, length),
      fd_write: (_fd: number, vectors: number, count: number, written: number) => this.#write(vectors, count, written),
      poll_oneoff: (events: number, out: number, count: number, ready: number) => this.#poll(events, out, count, ready),
      sched_yield: () => ok,
      proc_exit: (code: number) => { throw new GoExit(`The Go program ended with code ${code}. ${this.#text}`); },
    };
  }

  get #view(): DataView {
    if (!this.#memory) throw new Error('Wasi.attach comes before the first call.');
    return new DataView(this.#memory.buffer);
  }

  #sizes(count: number, bytes: number, entries: readonly Uint8Array[]): number {
    this.#view.setUint32(count, entries.length, true);
    this.#view.setUint32(bytes, entries.reduce((sum, { length }) => sum + length, 0), true);
    return ok;
  }

  #strings(pointers: number, bytes: number, entries: readonly Uint8Array[]): number {
    const view = this.#view;
    for (const [i, entry] of entries.entries()) {
      view.setUint32(pointers + 4 * i, bytes, true);
      new Uint8Array(view.buffer).set(entry, bytes);
      bytes += entry.length;
    }
    return ok;
  }

  #clock(at: number): number {
    this.#now += clockStep;
    this.#view.setBigUint64(at, this.#now, true);
    return ok;
  }

  /** A linear congruential generator (Numerical Recipes); its high byte each time. */
  #bytes(at: number, length: number): number {
    const view = this.#view;
    for (let i = 0; i < length; i++) {
      this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
      view.setUint8(at + i, this.#random >>> 24);
    }
    return ok;
  }

  #write(vectors: number, count: number, written: number): number {
    const view = this.#view;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const [at, length] = [view.getUint32(vectors + 8 * i, true), view.getUint32(vectors + 8 * i + 4, true)];
      this.#text = (this.#text + new TextDecoder().decode(new Uint8Array(view.buffer, at, length))).slice(-kept);
      total += length;
    }
    view.setUint32(written, total, true);
    return ok;
  }

  /** The runtime polls only for time to pass: every timer is due at once, and the clock moves to the last. */
  #poll(events: number, out: number, count: number, ready: number): number {
    const view = this.#view;
    let longest = 0n;
    for (let i = 0; i < count; i++) {
      const timeout = view.getBigUint64(events + 48 * i + 24, true);
      if (timeout > longest) longest = timeout;
      view.setBigUint64(out + 32 * i, view.getBigUint64(events + 48 * i, true), true);
      view.setUint32(out + 32 * i + 8, 0, true);
    }
    this.#now += longest;
    view.setUint32(ready, count, true);
    return ok;
  }
}

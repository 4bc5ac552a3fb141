import type { Real } from '../engine/machine.ts';
import { decode, encode, type Name, type RuntimeAnswer, type RuntimeOp } from './go-runtime/operations.ts';
import { Wasi, type WasiOptions } from './go-runtime/wasi.ts';

export { constants, elements, kinds, type Refusal, type RuntimeAnswer, type RuntimeOp } from './go-runtime/operations.ts';

/** Operations in one call, words of an operation and values of an answer: as in oracle/live/main.go. */
const [maxOps, opWords, rowLength] = [8192, 4, 16];

/** Why a runtime was replaced by a fresh one, and at which operation since it was opened. */
export interface Renewal { readonly reason: 'full' | 'trapped'; readonly op: number; readonly said: string }

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  operations(): number;
  answers(): number;
  run(n: number): number;
}

/**
 * The real Go runtime, in this process: `oracle/go-runtime.wasm` behind ten functions of a host.
 *
 * Nothing that can be asked ends it. An operation out of bounds is refused. When its memory
 * reaches 200 MB (linear memory never shrinks), and should it ever trap, it is made anew: the slots are
 * then empty, and {@link renewals} tells.
 */
export class GoRuntime implements Real<RuntimeOp, RuntimeAnswer> {
  readonly #module: WebAssembly.Module;
  readonly #options: WasiOptions;
  readonly #renewals: Renewal[] = [];
  #wasi!: Wasi;
  #exports!: Exports;
  #done = 0;

  /** `module` is the compiled go-runtime.wasm. */
  constructor(module: WebAssembly.Module, options: WasiOptions = {}) {
    this.#module = module;
    this.#options = options;
    this.#start();
  }

  get renewals(): readonly Renewal[] {
    return this.#renewals;
  }

  /** What the runtime printed last, for instance gctrace lines. */
  get printed(): string {
    return this.#wasi.text;
  }

  /** Bytes of linear memory. */
  get memory(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Runs a program on a runtime of its own, so that equal programs get equal answers. */
  async answers(program: readonly RuntimeOp[]): Promise<readonly RuntimeAnswer[]> {
    return this.fresh().ask(program);
  }

  /** Another runtime of the same module, as new. */
  fresh(): GoRuntime {
    return new GoRuntime(this.#module, this.#options);
  }

  /** Runs operations, going on from where the last ones ended. */
  ask(program: readonly RuntimeOp[]): RuntimeAnswer[] {
    const answers: RuntimeAnswer[] = [];
    while (answers.length < program.length) {
      answers.push(...this.#some(program.slice(answers.length, answers.length + maxOps)));
    }
    return answers;
  }

  /** Runs one operation; throws when it is refused. */
  one<K extends Name>(op: RuntimeOp & { readonly do: K }): Exclude<RuntimeAnswer<K>, { readonly refused: unknown }> {
    const [answer] = this.ask([op]);
    if (!answer || 'refused' in answer) throw new Error(`The Go runtime refused ${JSON.stringify(op)}: ${answer?.refused ?? 'no answer'}.`);
    return answer as unknown as Exclude<RuntimeAnswer<K>, { readonly refused: unknown }>;
  }

  #start(): void {
    this.#wasi = new Wasi(this.#options);
    const { exports } = new WebAssembly.Instance(this.#module, { wasi_snapshot_preview1: this.#wasi.imports });
    this.#exports = exports as unknown as Exports;
    this.#wasi.attach(this.#exports.memory);
    this.#exports._initialize();
  }

  /** Runs operations up to the first that ends this instance; returns their answers, at least one. */
  #some(ops: readonly RuntimeOp[]): RuntimeAnswer[] {
    const { operations, answers, run, memory } = this.#exports;
    new Int32Array(memory.buffer, operations(), ops.length * opWords).set(ops.flatMap(encode));
    const trap = attempt(() => run(ops.length));
    const rows = new Float64Array(memory.buffer, answers(), ops.length * rowLength);
    const got = this.#decode(ops, rows);
    this.#done += got.length;
    if (trap !== undefined) this.#renew('trapped', `${trap} ${this.#wasi.text}`);
    else if (isRefused(got.at(-1), 'full')) this.#renew('full', '');
    return got;
  }

  /** The answers up to the first that ended the run. */
  #decode(ops: readonly RuntimeOp[], rows: Float64Array): RuntimeAnswer[] {
    const got: RuntimeAnswer[] = [];
    for (const [i, op] of ops.entries()) {
      const answer = decode(op, rows.subarray(i * rowLength, (i + 1) * rowLength));
      got.push(answer);
      if (isRefused(answer, 'full') || isRefused(answer, 'trapped')) break;
    }
    return got;
  }

  #renew(reason: Renewal['reason'], said: string): void {
    this.#renewals.push({ reason, op: this.#done - 1, said: said.trim() });
    this.#start();
  }
}

function isRefused(answer: RuntimeAnswer | undefined, why: string): boolean {
  return answer !== undefined && 'refused' in answer && answer.refused === why;
}

/** What a call threw, as text; undefined when it returned. */
function attempt(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

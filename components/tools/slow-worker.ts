import { afterEach, beforeEach, vi } from 'vitest';
import type { Heard, Told } from './asking.ts';

/** A Worker for tests, which answers when the test says so. */
export class SlowWorker {
  static readonly all: SlowWorker[] = [];
  readonly heard: Heard<unknown>[] = [];
  terminated = false;
  onmessage: ((event: { readonly data: Told<unknown, unknown> }) => void) | undefined;
  onerror: ((event: { readonly message: string; readonly preventDefault: () => void }) => void) | undefined;

  constructor() { SlowWorker.all.push(this); }
  postMessage(heard: Heard<unknown>): void { this.heard.push(heard); }
  terminate(): void { this.terminated = true; }

  /** The question asked last. */
  get asked(): { readonly id: number; readonly ask: unknown } {
    return this.heard.findLast((heard) => 'ask' in heard)!;
  }

  answer(answer: unknown): void { this.onmessage?.({ data: { id: this.asked.id, say: 'answer', answer } }); }
  note(note: unknown): void { this.onmessage?.({ data: { id: this.asked.id, say: 'note', note } }); }
  damage(code: string, args: Readonly<Record<string, number>> = {}): void { this.onmessage?.({ data: { id: this.asked.id, say: 'damage', damage: { code, message: 'm', line: 2, column: 1, args } } }); }
  fault(message: string): void { this.onmessage?.({ data: { id: this.asked.id, say: 'fault', message } }); }
}

/** The nth Worker a test has opened. */
export const worker = (nth: number): SlowWorker => SlowWorker.all[nth]!;

/** Every Worker of these tests is a slow one. */
export function withSlowWorkers(): void {
  beforeEach(() => { vi.stubGlobal('Worker', SlowWorker); });
  afterEach(() => {
    SlowWorker.all.length = 0;
    vi.unstubAllGlobals();
  });
}

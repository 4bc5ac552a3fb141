import { drain, type Machine } from '../../machine.ts';
import { HugeRegion, pageKiB, regionPages, type Collapse, type HugeOptions, type SavedRegion } from './huge-region.ts';

/** Pages [from, to) are written or given back; advice; a huge page made at once, or by khugepaged as it comes by. */
export type HugeOp =
  | { readonly do: 'write' | 'free'; readonly from: number; readonly to: number }
  | { readonly do: 'huge' | 'nohuge' | 'collapse' | 'khugepaged' };

export type HugeEvent =
  | { readonly kind: 'write' | 'free'; readonly from: number; readonly to: number; /** Pages that came in, or went. */ readonly moved: number; readonly huge: boolean }
  | { readonly kind: 'advice'; readonly advice: 'huge' | 'nohuge' }
  | { readonly kind: 'collapse' | 'khugepaged'; readonly outcome: Collapse; readonly missing: number; readonly moved: number };

/** What smaps says of the region: Rss and AnonHugePages. */
export interface HugeAnswer { readonly rssKiB: number; readonly hugeKiB: number }

export interface HugePicture extends HugeAnswer {
  readonly pages: readonly { readonly present: boolean; readonly written: boolean }[];
  readonly writtenKiB: number;
  readonly isHuge: boolean;
  readonly event: HugeEvent | undefined;
}

/** 2 MiB of addresses under one setting of huge pages. */
export class HugeMachine implements Machine<HugeOp, HugeEvent, HugeAnswer, HugePicture, SavedRegion> {
  readonly #region: HugeRegion;
  #event: HugeEvent | undefined;

  constructor(options: HugeOptions) { this.#region = new HugeRegion(options); }

  *run(op: HugeOp): Generator<HugeEvent, HugeAnswer, void> {
    const event = this.#one(op);
    this.#event = event;
    yield event;
    this.#event = undefined;
    return this.#answer();
  }

  apply(op: HugeOp): HugeAnswer { return drain(this.run(op)); }
  save(): SavedRegion { return this.#region.save(); }

  load(saved: SavedRegion): void {
    this.#region.load(saved);
    this.#event = undefined;
  }

  picture(): HugePicture {
    const pages = Array.from({ length: regionPages }, (_, page) => ({ present: this.#region.isPresent(page), written: this.#region.isWritten(page) }));
    return { ...this.#answer(), pages, writtenKiB: this.#region.written * pageKiB, isHuge: this.#region.isHuge, event: this.#event };
  }

  #one(op: HugeOp): HugeEvent {
    switch (op.do) {
      case 'write': case 'free': {
        const moved = this.#region[op.do](op.from, op.to);
        return { kind: op.do, from: op.from, to: op.to, moved, huge: this.#region.isHuge };
      }
      case 'huge': case 'nohuge':
        this.#region.advice = op.do;
        return { kind: 'advice', advice: op.do };
      case 'collapse': case 'khugepaged': {
        const missing = regionPages - this.#region.present;
        const outcome = this.#region[op.do]();
        return { kind: op.do, outcome, missing, moved: outcome === 'made' ? missing : 0 };
      }
    }
  }

  #answer(): HugeAnswer {
    return { rssKiB: this.#region.present * pageKiB, hugeKiB: this.#region.isHuge ? regionPages * pageKiB : 0 };
  }
}

/** Stacks before Go 1.3: segments, each taken when a call does not fit and given back when that call returns (`stack.h`, `stack.c:newstack`, `oldstack`, Go 1.2, amd64). */
import { returnAddress } from './sizes.ts';

/** The least a segment has, and what it has beside the frame that asked for it, in bytes (`StackMin`, `StackExtra`). */
export const segmentMin = 8192;
export const segmentExtra = 2048;
/** From a segment's lowest address to what the stack pointer must stay above; how far a small frame may reach below (`StackGuard`, `StackSmall`). */
export const segmentGuard = 256;
const segmentSmall = 128;
/** A larger frame always asks for a segment (`StackBig`). */
export const segmentBig = 4096;
/** At a segment's upper end lies how to get back to the former one (`Stktop`). */
export const segmentTop = 96;

/** A segment: its bytes, and how many of them lie between its upper end and the stack pointer. `frames` were called on it. */
export interface Segment { readonly size: number; readonly used: number; readonly frames: readonly number[] }

const fresh = (size: number): Segment => ({ size, used: segmentTop, frames: [] });

export class SegmentedStack {
  #segments: readonly Segment[];

  constructor(segments: readonly Segment[] = [fresh(segmentMin)]) { this.#segments = segments; }

  /** The oldest first. */
  get segments(): readonly Segment[] { return this.#segments; }

  /** Whether a call with a frame of `frame` bytes would have to take a segment. */
  splits(frame: number): boolean {
    const { size, used } = this.#segments.at(-1)!;
    return frame >= segmentBig || size - used - returnAddress - Math.max(0, frame - segmentSmall) <= segmentGuard;
  }

  /** Calls a function. Whether it took a segment. */
  call(frame: number): boolean {
    const splits = this.splits(frame);
    if (splits) this.#segments = [...this.#segments, fresh(Math.max(segmentMin, (frame >= segmentBig ? frame : 0) + segmentExtra))];
    const { size, used, frames } = this.#segments.at(-1)!;
    this.#segments = [...this.#segments.slice(0, -1), { size, used: used + frame + returnAddress, frames: [...frames, frame] }];
    return splits;
  }

  /** Returns from the newest function. Whether a segment was given back; undefined where no function is left. */
  return(): boolean | undefined {
    const { size, used, frames } = this.#segments.at(-1)!;
    const frame = frames.at(-1);
    if (frame === undefined) return undefined;
    const emptied = frames.length === 1 && this.#segments.length > 1;
    const rest = this.#segments.slice(0, -1);
    this.#segments = emptied ? rest : [...rest, { size, used: used - frame - returnAddress, frames: frames.slice(0, -1) }];
    return emptied;
  }
}

import type { DemoId } from '../../src/demos/index.ts';

/** Browser tests, by patterns: the spec files, their titles, and of a test that looks at many figures what it must complain of; all of theirs unless it says otherwise. */
export interface Look { readonly files: readonly string[]; readonly titles?: string; readonly says?: string }

/** One mistake somebody might make: in `file` the text `from`, found once, becomes `to`. */
export interface Fault {
  readonly name: string;
  /** What a reader would meet, in a sentence. */
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The figures a browser looks at when unit tests are silent; all that a small book for it has. */
  readonly figures: readonly DemoId[];
  /** Pages the small book has besides, below `src/pages/[lang]`. */
  readonly pages?: readonly string[];
  /** Which browser tests look, one after another until one sees it; unless it says otherwise their stills and the tests of its figures, then what is asked of every figure. */
  readonly seenBy?: readonly Look[];
  /** Faults with the same word may stand in one book: `seenBy` names tests that none of the others can fail. */
  readonly beside?: string;
  /** Which of the unit tests that import the file are run, as patterns for their files and titles; all unless it says otherwise. */
  readonly unit?: { readonly files: string; readonly titles?: string };
}

import type { Locale } from './locales.ts';

/** What the player itself says: the same for every demo. */
export interface PlayerWords {
  readonly play: string;
  readonly pause: string;
  readonly step: string;
  readonly back: string;
  readonly reset: string;
  readonly scrub: string;
  readonly speed: string;
  /** `at` of `all` stops. */
  readonly stop: (at: number, all: number) => string;
  readonly keys: string;
  readonly more: string;
  readonly next: string;
  readonly nextOf: (kind: string) => string;
  readonly noMore: (kind: string) => string;
  readonly preset: string;
  readonly state: string;
  readonly transcript: string;
  readonly share: string;
  readonly shared: string;
  readonly shareBlocked: string;
  readonly program: string;
  readonly run: string;
  readonly running: string;
  /** So many operations of a program are done. */
  readonly done: (done: number, all: number) => string;
  readonly halt: string;
  readonly stopped: string;
  readonly restore: string;
  readonly endless: string;
  readonly unreachable: string;
  readonly gone: string;
  readonly edited: string;
  /** An example of which the reader set something otherwise. */
  readonly altered: (preset: string) => string;
  readonly tooLong: string;
  readonly atLine: (line: number, column: number) => string;
  readonly check: string;
  readonly checking: string;
  readonly agree: (all: number) => string;
  /** `first` is the number of the first difference, where the figure then stands. */
  readonly differ: (wrong: number, all: number, first: number) => string;
  readonly recorded: string;
  readonly checkLive: string;
  /** What the live runtime runs on, and how that differs from linux. */
  readonly platform: (go: string) => string;
  readonly fetching: (received: number, total: number | undefined) => string;
  readonly liveFailures: Readonly<Record<'refused' | 'damaged' | 'no worker', string>>;
  readonly liveFailed: string;
  /** Heading of the reader's guesses, and what is said of one. */
  readonly yours: string;
  readonly hit: string;
  readonly missed: (yours: string, ours: string) => string;
  /** A bet is taken; the answer comes as the reader steps on. */
  readonly taken: (yours: string) => string;
  readonly noGuess: string;
  /** Why the live runtime was made anew on the way. */
  readonly renewed: Readonly<Record<'full' | 'trapped', string>>;
  /** The pair of pictures after the `nth` operation. */
  readonly parted: (nth: number) => string;
  /** Headings of the moves that a reader may make, and that the machine beside them may. */
  readonly turn: string;
  readonly theirTurn: string;
  /** Shows the reader how to win from here. */
  readonly showWin: string;
  /** Goes on to the example of that name. */
  readonly onward: (name: string) => string;
  readonly ours: string;
  readonly real: string;
  /** Why an address was refused: its bounds, written like itself. */
  readonly badValue: (text: string, align: string, min: string, max: string) => string;
  readonly badLink: (part: string) => string;
  readonly failed: string;
  readonly ourFault: string;
  readonly report: string;
  readonly predict: string;
  readonly commit: string;
  readonly predicted: (guess: string, answer: string) => string;
  readonly meanings: Readonly<Record<'reserved' | 'mapped' | 'resident' | 'lazily free' | 'free' | 'live' | 'garbage' | 'moved' | 'file' | 'kernel' | 'cached' | 'top' | 'header' | 'slack' | 'refused' | 'white' | 'grey' | 'black', string>>;
  readonly legend: string;
  readonly certainty: { readonly certain: string; readonly likely: string; readonly guess: string };
}

export const loadPlayerWords: Record<Locale, () => Promise<{ readonly default: PlayerWords }>> = {
  en: () => import('./player/en.ts'),
  zh: () => import('./player/zh.ts'),
};

/** One step of the mutator or the collector: the page plays them, the explorer tries them all. Objects, fields and registers by number. */
export type MutatorStep =
  | { readonly do: 'drop'; readonly mutator: number; readonly register: number }
  | { readonly do: 'load'; readonly mutator: number; readonly register: number; readonly object: number; readonly field: number }
  | { readonly do: 'new'; readonly mutator: number; readonly register: number; readonly object: number }
  | { readonly do: 'store'; readonly mutator: number; readonly object: number; readonly field: number; readonly value: number }
  | { readonly do: 'finish'; readonly mutator: number }
  | { readonly do: 'notice'; readonly mutator: number };

export type CollectorStep =
  | { readonly do: 'start' }
  | { readonly do: 'scan stack'; readonly mutator: number }
  | { readonly do: 'pick'; readonly object: number }
  | { readonly do: 'scan field'; readonly object: number; readonly field: number }
  | { readonly do: 'blacken'; readonly object: number }
  | { readonly do: 'scan object'; readonly object: number }
  | { readonly do: 'rescan' }
  | { readonly do: 'terminate' };

export type Step = MutatorStep | CollectorStep;

/** Told of each step that may come next, and the world after it. */
export type Visit<World> = (step: Step, next: World) => void;

/** What this machine keeps of one reader: guesses, by chapter and place in it, and chapters read to the end. Nothing of it leaves the machine. */
export interface Kept { readonly guesses: Readonly<Record<string, string>>; readonly read: readonly string[] }

const name = 'kept';
const nothing: Kept = { guesses: {}, read: [] };

/** What is kept. A browser that keeps nothing, or what some other text is, counts as nothing; of what is half ours the rest is kept. */
export function kept(storage: Pick<Storage, 'getItem'> | undefined = storageOf()): Kept {
  try {
    const { guesses, read } = JSON.parse(storage?.getItem(name) ?? '{}') as { readonly guesses?: unknown; readonly read?: unknown };
    return { guesses: Object.fromEntries(Object.entries(guesses ?? {}).filter(isGuess)), read: Array.isArray(read) ? read.filter((chapter) => typeof chapter === 'string') : [] };
  } catch {
    return nothing;
  }
}

const isGuess = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

export const keepGuess = (chapter: string, place: number, text: string): void => { change(({ guesses, read }) => ({ guesses: { ...guesses, [`${chapter}#${place}`]: text }, read })); };

export const keepRead = (chapter: string): void => { change(({ guesses, read }) => ({ guesses, read: read.includes(chapter) ? read : [...read, chapter] })); };

export const guessKept = (chapter: string, place: number): string | undefined => kept().guesses[`${chapter}#${place}`];

export const forget = (): void => { change(() => nothing); };

/** The chapter a path leads to: the last folder of it, the same in every language. */
export const chapterIn = (path: string): string => path.replace(/\/(?:index\.html)?$/, '').split('/').at(-1) ?? '';

function change(next: (before: Kept) => Kept): void {
  try {
    storageOf()?.setItem(name, JSON.stringify(next(kept())));
  } catch (error) {
    console.info('This browser keeps nothing, so guesses last for this page only.', error);
  }
}

/** Where storage is denied, merely asking for it throws. */
function storageOf(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

import type { Random } from '../../src/engine/random.ts';
import { bombs, characters, numbers, words } from './nasty.ts';

/** One way to spoil a text. `tokens` are words of its own grammar, `other` another text of its kind. */
export type Damage = (text: string, chance: Random, more: { readonly tokens: readonly string[]; readonly other: string }) => string;

export const pick = <Item>(items: readonly Item[], { int }: Random): Item => items[int(items.length)]!;

const { floor, min } = Math;

/** Changes one line. */
const inLine = (change: (line: string, chance: Random) => string): Damage => (text, chance) => {
  const lines = text.split('\n');
  const at = chance.int(lines.length);
  lines[at] = change(lines[at]!, chance);
  return lines.join('\n');
};

/** Changes what stands in a random place in the lines. */
const amongLines = (change: (lines: string[], at: number, chance: Random) => void): Damage => (text, chance) => {
  const lines = text.split('\n');
  change(lines, chance.int(lines.length), chance);
  return lines.join('\n');
};

/** Puts something in place of one of the spots that match; puts it anywhere where none does. */
const inPlaceOf = (form: RegExp, what: (chance: Random, tokens: readonly string[]) => string): Damage => (text, chance, { tokens }) => {
  const found = [...text.matchAll(form)];
  if (found.length === 0) return insert(text, chance.int(text.length + 1), what(chance, tokens));
  const { 0: { length }, index } = pick(found, chance);
  return insert(text, index, what(chance, tokens), length);
};

const insert = (text: string, at: number, what: string, instead = 0): string => text.slice(0, at) + what + text.slice(at + instead);

const anywhere = (what: (chance: Random, tokens: readonly string[]) => string): Damage => (text, chance, { tokens }) => insert(text, chance.int(text.length + 1), what(chance, tokens));

const many = (chance: Random): number => pick([2, 3, 64, 65, 500, 5_000], chance);

/** How often a piece is put after itself, until there is a good deal of it. */
const times = (piece: string, chance: Random): number => min(many(chance), floor(200_000 / (piece.length + 1)) + 1);

const deep: readonly (readonly [string, string])[] = [['[', ']'], ['{"a":', '}'], ['(', ')'], ['{', '}'], ['"', '"'], ['a{', '}'], ['-', ''], ['\\', ''], [' ', ''], ['if x {\n', '}\n']];

function nested(chance: Random): string {
  const [open, close] = pick(deep, chance);
  const depth = many(chance);
  return open.repeat(depth) + (chance.int(2) === 0 ? close.repeat(depth) : '');
}

/** Ways to spoil any text, by what they do. */
export const damages: Readonly<Record<string, Damage>> = {
  swapLines: amongLines((lines, at, { int }) => { const to = int(lines.length); [lines[at], lines[to]] = [lines[to]!, lines[at]!]; }),
  dropLine: amongLines((lines, at) => { lines.splice(at, 1); }),
  dropLines: amongLines((lines, at, { int }) => { lines.splice(at, 1 + int(lines.length)); }),
  doubleLine: amongLines((lines, at) => { lines.splice(at, 0, lines[at]!); }),
  repeatLine: amongLines((lines, at, chance) => { lines.splice(at, 0, ...new Array<string>(times(lines[at]!, chance)).fill(lines[at]!)); }),
  joinLines: amongLines((lines, at) => { lines.splice(at, 2, lines.slice(at, at + 2).join(' ')); }),
  cutLine: inLine((line, { int }) => line.slice(0, int(line.length + 1))),
  beheadLine: inLine((line, { int }) => line.slice(int(line.length + 1))),
  indentLine: inLine((line, chance) => pick([' ', '\t', '\u00a0', '\u3000'], chance).repeat(many(chance)) + line),
  longLine: inLine((line, chance) => line.repeat(times(line, chance))),
  manyFields: inLine((line, chance) => `${line} ${`${pick(['0', 'x', 'rd', 'a=1', 'le="1",', '1+'], chance)} `.repeat(many(chance))}`),
  swapFields: inLine((line, { int }) => {
    const fields = line.split(' ');
    const [from, to] = [int(fields.length), int(fields.length)];
    [fields[from], fields[to]] = [fields[to]!, fields[from]!];
    return fields.join(' ');
  }),
  cutText: (text, { int }) => text.slice(0, int(text.length + 1)),
  beheadText: (text, { int }) => text.slice(int(text.length + 1)),
  spliceOther: (text, { int }, { other }) => { const at = int(text.length + 1); return text.slice(0, at) + other.slice(int(other.length + 1)); },
  appendOther: (text, _, { other }) => `${text}\n${other}`,
  windowsEnds: (text) => text.replaceAll('\n', '\r\n'),
  oldMacEnds: (text) => text.replaceAll('\n', '\r'),
  byteOrderMark: (text) => `\ufeff${text}`,
  otherNumber: inPlaceOf(/\d+/g, (chance) => pick(numbers, chance)),
  otherHex: inPlaceOf(/\b[0-9a-f]{4,}\b/gi, (chance) => pick(numbers, chance)),
  otherWord: inPlaceOf(/[^\s,:={}"]+/g, (chance) => pick(words, chance)),
  otherToken: inPlaceOf(/[^\s,:={}"]+/g, (chance, tokens) => pick(tokens, chance)),
  token: anywhere((chance, tokens) => ` ${pick(tokens, chance)} `),
  bombWord: inPlaceOf(/[^\s,:={}"]+/g, (chance) => pick(bombs, chance)),
  bombAnywhere: anywhere((chance) => pick(bombs, chance)),
  bombAtLineEnd: inLine((line, chance) => `${line} ${pick(bombs, chance)}`),
  character: anywhere((chance) => pick(characters, chance)),
  otherCharacter: (text, chance) => insert(text, chance.int(text.length + 1), pick(characters, chance), 1),
  dropCharacters: (text, { int }) => insert(text, int(text.length + 1), '', 1 + int(8)),
  flipCase: inPlaceOf(/[a-z]/gi, ({ int }) => String.fromCharCode(65 + int(26) + 32 * int(2))),
  nested: anywhere(nested),
  blanks: (text, chance) => text.replaceAll(' ', pick(['  ', '\t', '\u00a0', '', '\u3000'], chance)),
};

const names = Object.keys(damages);

/** Once in so many texts one is made as long as is read, or longer. */
const rarely = 400;

/** The text with some damage: mostly little, so that what is behind the first fault is reached too. */
export function spoil(samples: readonly string[], tokens: readonly string[], longest: number, chance: Random): string {
  let text = pick(samples, chance);
  for (let left = pick([0, 1, 1, 1, 2, 2, 3, 5, 9], chance); left > 0; left--) text = damages[pick(names, chance)]!(text, chance, { tokens, other: pick(samples, chance) });
  return chance.int(rarely) === 0 ? grown(text, longest, chance) : text;
}

/** The text again and again, or its last line, just up to the longest that is read, and sometimes beyond. */
function grown(text: string, longest: number, chance: Random): string {
  const unit = pick([text, `${text}\n`, `${pick(text.split('\n'), chance)}\n`, pick(text.split('\n'), chance), pick(text.split(/\s+/), chance)], chance) || '\n';
  const length = pick([longest, longest, longest + 1, floor(longest / 4)], chance);
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

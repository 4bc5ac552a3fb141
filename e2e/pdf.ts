import { inflateSync } from 'node:zlib';

/** What the table of a PDF leads to: a dictionary or another value as it is written, and the content of a stream. */
export interface PdfObject { readonly said: string; readonly content?: Buffer }

/** A PDF whose objects lie together in streams (PDF 1.5), as the book's do. Throws where the file is not whole. */
export class Pdf {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: string;
  readonly #text: string;
  readonly #letters = new Map<PdfObject, ReadonlyMap<string, string>>();

  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes).toString('latin1');
    const table = this.#at(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(this.#text)?.[1]));
    this.trailer = table.said;
    this.objects = this.#all(rowsOf(table));
  }

  /** Every object that says all of these. */
  saying(...words: readonly RegExp[]): readonly PdfObject[] {
    return [...this.objects.values()].filter(({ said }) => words.every((word) => word.test(said)));
  }

  /** What an object refers to by a name, at once or by way of a dictionary in it. */
  under(name: string, { said }: PdfObject): PdfObject | undefined {
    const number = new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(said)?.[1];
    return number === undefined ? undefined : this.objects.get(Number(number));
  }

  /** What its outline lists, in order. */
  titles(): readonly string[] {
    return this.saying(/^<<\/Title /, /\/Parent /).map(({ said }) => titleIn(said));
  }

  /** What each of its pages prints, in the order it is printed, without space. */
  pages(): readonly string[] {
    return this.saying(/\/Type \/Page\b/).map((page) => this.#textOf(page).replace(/\s/g, ''));
  }

  #textOf(page: PdfObject): string {
    let letters: ReadonlyMap<string, string> = new Map();
    let text = '';
    const printed = this.under('Contents', page)!.content!.toString('latin1');
    for (const [, meant, font, codes = ''] of printed.matchAll(/\/ActualText <FEFF([\dA-F]*)> >> BDC[^]*?EMC|\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/g)) {
      if (font !== undefined) letters = this.#lettersOf(this.under(font, page)!);
      text += meant === undefined ? (codes.match(/.{4}/g) ?? []).map((code) => letters.get(code) ?? '').join('') : lettersIn(meant);
    }
    return text;
  }

  /** What each code of a font means to who searches and copies. */
  #lettersOf(font: PdfObject): ReadonlyMap<string, string> {
    if (!this.#letters.has(font)) this.#letters.set(font, this.#read(font));
    return this.#letters.get(font)!;
  }

  #read(font: PdfObject): ReadonlyMap<string, string> {
    const said = this.under('ToUnicode', font)?.content?.toString('latin1') ?? '';
    const letters = new Map<string, string>();
    for (const [, part = ''] of said.matchAll(/beginbfchar(.*?)endbfchar/gs)) for (const [, code = '', letter = ''] of part.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(code, lettersIn(letter));
    for (const [, part = ''] of said.matchAll(/beginbfrange(.*?)endbfrange/gs)) for (const [, from = '', to = '', letter = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) letters.set(hex(code), lettersIn(hex(parseInt(letter, 16) + code - parseInt(from, 16))));
    return letters;
  }

  #all(rows: readonly (readonly [kind: number, at: number, index: number])[]): ReadonlyMap<number, PdfObject> {
    const packs = new Map<number, readonly PdfObject[]>();
    const held = (pack: number): readonly PdfObject[] => {
      if (!packs.has(pack)) packs.set(pack, heldBy(this.#at(rows[pack]![1], pack)));
      return packs.get(pack)!;
    };
    return new Map(rows.flatMap(([kind, at, index], number): readonly [number, PdfObject][] => (kind === 0 ? [] : [[number, kind === 1 ? this.#at(at, number) : held(at)[index]!]])));
  }

  /** The stream that begins at a byte of the file. */
  #at(start: number, number?: number): PdfObject {
    const [head, found, said = ''] = /^(\d+) 0 obj\n<<((?:(?!>> stream\n)[^])*)>> stream\n/.exec(this.#text.slice(start, start + 20000)) ?? [];
    if (head === undefined || (number !== undefined && Number(found) !== number)) throw new Error(`At ${start} there is no stream ${number ?? ''}`);
    const raw = Buffer.from(this.#text.slice(start + head.length, start + head.length + Number(/\/Length (\d+)/.exec(said)?.[1])), 'latin1');
    return { said, content: /\/FlateDecode/.test(said) ? inflateSync(raw) : raw };
  }
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
const lettersIn = (utf16: string): string => String.fromCharCode(...utf16.match(/.{4}/g)!.map((unit) => parseInt(unit, 16)));

/** `(plain)`, or UTF-16 as digits behind its mark, `<FEFF…>`. */
function titleIn(said: string): string {
  const [, plain, digits] = /\/Title (?:\(((?:\\.|[^\\)])*)\)|<FEFF([\dA-F]*)>)/s.exec(said)!;
  return digits === undefined ? plain!.replaceAll(/\\(.)/g, '$1') : lettersIn(digits);
}

/** The rows of a table of three columns, each told by how it differs from the one before. */
function rowsOf({ said, content }: PdfObject): readonly (readonly [number, number, number])[] {
  const [a = 0, b = 0, c = 0] = /\/W \[(\d+) (\d+) (\d+)\]/.exec(said)!.slice(1).map(Number);
  const row = Buffer.alloc(a + b + c);
  return Array.from({ length: content!.length / (row.length + 1) }, (_, number) => {
    for (let i = 0; i < row.length; i++) row[i] = row[i]! + content![number * (row.length + 1) + 1 + i]!;
    return [row.readUIntBE(0, a), row.readUIntBE(a, b), row.readUIntBE(a + b, c)];
  });
}

/** The objects that lie together in a stream, in its order. */
function heldBy({ said, content }: PdfObject): readonly PdfObject[] {
  const first = Number(/\/First (\d+)/.exec(said)?.[1]);
  const starts = content!.toString('latin1', 0, first).trim().split(/\s+/).map(Number).filter((_, i) => i % 2 === 1);
  return starts.map((start, i) => ({ said: content!.toString('latin1', first + start, i + 1 < starts.length ? first + starts[i + 1]! : content!.length) }));
}

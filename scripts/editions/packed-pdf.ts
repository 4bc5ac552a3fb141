import { deflateSync } from 'node:zlib';

/** How many objects lie together: a reader of the file inflates them all to have one. */
const together = 400;
/** Bytes of an entry in the table of objects: its kind, where it is, which of several it is there. */
const widths = [1, 4, 2] as const;
const entryBytes = widths[0] + widths[1] + widths[2];

/** An object of the file: its number, and what stands between `obj` and `endobj`. */
interface Numbered { readonly number: number; readonly body: string }

/** Where an object is: at a byte of the file (1), or as the nth of those that lie together (2). */
type Place = readonly [kind: 0 | 1 | 2, at: number, index: number];

/**
 * The same PDF with all that is not a stream packed into streams (ISO 32000-1, 7.5.7 and 7.5.8: PDF 1.5).
 * Chromium writes PDF 1.4, where the thousands of small objects that say what each piece of text is stand uncompressed.
 */
export function packed(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const { objects, trailer } = objectsOf(text);
  const [streams, plain] = [objects.filter(isStream), objects.filter((each) => !isStream(each))];
  const places: Place[] = [[0, 0, 65535]];
  const size = objects.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const packs = packsOf(plain, size, places);
  let out = `%PDF-1.5\n${/^%PDF.*\n(%.*\n)/.exec(text)?.[1] ?? ''}`;
  for (const { number, body } of [...streams, ...packs]) {
    places[number] = [1, out.length, 0];
    out += `${number} 0 obj\n${body}endobj\n`;
  }
  const table = size + packs.length;
  places[table] = [1, out.length, 0];
  return Buffer.from(`${out}${table} 0 obj\n${tableOf(places, trailer)}endobj\nstartxref\n${out.length}\n%%EOF\n`, 'latin1');
}

/** All objects of a file of one part, as its table lists them. */
export function objectsOf(text: string): { objects: readonly Numbered[]; trailer: string } {
  const [, table, trailer, start] = /\nxref\n0 \d+\n((?:\d{10} \d{5} [fn] \n)+)trailer\n<<(.*?)>>\nstartxref\n(\d+)\n%%EOF\s*$/s.exec(text) ?? [];
  if (table === undefined || trailer === undefined) throw new Error('A printed PDF does not end in one table of its objects, as Chromium writes it.');
  const starts = table.trimEnd().split(' \n').filter((entry) => entry.endsWith('n')).map((entry) => Number(entry.slice(0, 10))).sort((a, b) => a - b);
  const ends = [...starts.slice(1), Number(start)];
  return { trailer, objects: starts.map((at, i) => objectIn(text.slice(at, ends[i]))) };
}

function objectIn(text: string): Numbered {
  const [, number, body] = /^(\d+) 0 obj\n(.*\n)endobj\n$/s.exec(text) ?? [];
  if (number === undefined || body === undefined) throw new Error(`A printed PDF has an object that Chromium would write otherwise: ${text.slice(0, 80)}`);
  return { number: Number(number), body };
}

const isStream = ({ body }: Numbered): boolean => body.endsWith('\nendstream\n');

/** Streams, numbered from `first`, that hold the objects. Notes where each of them is. */
function packsOf(objects: readonly Numbered[], first: number, places: Place[]): readonly Numbered[] {
  const packs: Numbered[] = [];
  for (let from = 0; from < objects.length; from += together) {
    const held = objects.slice(from, from + together);
    const number = first + packs.length;
    held.forEach((each, i) => { places[each.number] = [2, number, i]; });
    packs.push({ number, body: packOf(held) });
  }
  return packs;
}

function packOf(held: readonly Numbered[]): string {
  let [index, bodies] = ['', ''];
  for (const { number, body } of held) {
    index += `${number} ${bodies.length} `;
    bodies += body;
  }
  return streamOf(`/Type /ObjStm /N ${held.length} /First ${index.length}`, Buffer.from(index + bodies, 'latin1'));
}

/** The table of all objects, each entry told by how it differs from the one before (PNG's predictor "up"): a sixth of the bytes. */
function tableOf(places: readonly (Place | undefined)[], trailer: string): string {
  const rows = Buffer.alloc(places.length * (entryBytes + 1));
  let before: Buffer = Buffer.alloc(entryBytes);
  for (let number = 0; number < places.length; number++) {
    const entry = entryOf(places[number] ?? [0, 0, 65535]);
    rows[number * (entryBytes + 1)] = 2;
    for (let i = 0; i < entryBytes; i++) rows[number * (entryBytes + 1) + 1 + i] = entry[i]! - before[i]!;
    before = entry;
  }
  const kept = trailer.replace(/\/Size \d+\s*/, '').replaceAll('\n', ' ');
  return streamOf(`/Type /XRef /Size ${places.length} ${kept} /W [${widths.join(' ')}] /DecodeParms <</Predictor 12 /Columns ${entryBytes}>>`, rows);
}

function entryOf([kind, at, index]: Place): Buffer {
  const entry = Buffer.alloc(entryBytes);
  entry.writeUIntBE(kind, 0, widths[0]);
  entry.writeUIntBE(at, widths[0], widths[1]);
  entry.writeUIntBE(index, widths[0] + widths[1], widths[2]);
  return entry;
}

function streamOf(dictionary: string, content: Buffer): string {
  const bytes = deflateSync(content, { level: 9 });
  return `<<${dictionary} /Filter /FlateDecode /Length ${bytes.length}>> stream\n${bytes.toString('latin1')}\nendstream\n`;
}

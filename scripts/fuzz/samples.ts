import { globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Texts as machines printed them, from what is committed. */
export type ProcessSamples = 'maps' | 'smaps' | 'pmap' | 'metrics';

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (file: string): readonly Row[] => (JSON.parse(readFileSync(file, 'utf8')) as { readonly rows: readonly Row[] }).rows;
const texts = (files: readonly string[], names: readonly string[]): string[] =>
  files.flatMap(rowsOf).flatMap((row) => names.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : [])));

const processes = (name: string): string[] => texts(globSync('oracle/recordings/processes/{c-sleep,c-thread,go-cgo,go-hello-1.1*,go-hello-1.27,go-pie}.json').sort(), [name]);
const fixtures = (form: string): string[] => globSync(`src/engine/memory/fixtures/${form}`).sort().map((file) => readFileSync(file, 'utf8'));

/** The beginning of a text too: what is short is spoilt more often where it matters. */
const andBeginnings = (all: readonly string[], lines: number): readonly string[] => [...all, ...all.map((text) => text.split('\n').slice(0, lines).join('\n'))];

const services = ['earlier', 'scrape', 'profile', 'object', 'array', 'vars', 'smapsRollup', 'stat', 'prefixed', 'headed'];
const service = (): string[] => {
  const alone = texts(['oracle/recordings/serving.json'], services);
  const [maps = '', smaps = ''] = [processes('maps').at(-1), processes('smaps').at(-1)];
  return [...alone, [...alone.slice(0, 3), smaps].join('\n'), `${alone[3]}\n${maps}`];
};

const ofProcess: Readonly<Record<ProcessSamples, () => readonly string[]>> = {
  maps: () => [...fixtures('*.maps.txt'), ...processes('maps')],
  smaps: () => andBeginnings([...processes('smaps'), ...processes('smapsRollup')], 60),
  pmap: () => [...fixtures('*.pmap.txt'), ...processes('pmap')],
  metrics: () => andBeginnings(service(), 30),
};

/** Each list is read once. */
function once<Argument, Result>(make: (argument: Argument) => Result): (argument: Argument) => Result {
  const made = new Map<Argument, Result>();
  return (argument) => {
    if (!made.has(argument)) made.set(argument, make(argument));
    return made.get(argument)!;
  };
}

export const samplesOf = once((name: ProcessSamples) => ofProcess[name]());

export const logs = once((_: 'logs') => texts(['oracle/recordings/versions/gctrace.json', 'oracle/recordings/gctrace-settings.json'], ['text']));

const short = 4_000;

/** Traces of programs, whole where they are short, and the beginnings of the others. */
export const traces = once((_: 'traces') => globSync('oracle/malloc/traces/*.rep.gz').sort()
  .map((file) => gunzipSync(readFileSync(file)).toString())
  .map((text) => (text.length <= short ? text : text.slice(0, text.lastIndexOf('\n', short)))));

export const mtraces = once((_: 'mtraces') => [readFileSync('src/engine/allocators/fixtures/mtrace.txt', 'utf8')]);

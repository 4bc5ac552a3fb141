/** The footer of `/debug/pprof/heap?debug=1`: MemStats as comments (`runtime/pprof/pprof.go:writeHeapInternal`, Go 1.27). */
import { damageAt, quoted } from '../damage.ts';
import type { Line } from '../lines.ts';
import { toldAt } from './number.ts';
import { nothing, type Read } from './told.ts';

const field = /^(#\s{1,8}([A-Z][A-Za-z]{1,30})\s{0,8}=\s{0,8})(\S[^]*)?$/;
/** Two numbers in one line: in use and in all. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  Stack: ['StackInuse', 'StackSys'], MSpan: ['MSpanInuse', 'MSpanSys'], MCache: ['MCacheInuse', 'MCacheSys'],
};
/** No numbers: 256 pauses and their ends, and a switch. */
const passed = ['PauseNs', 'PauseEnd', 'DebugGC', 'BySize'];

/** Whether a line begins the footer. */
export const beginsFooter = (text: string): boolean => /^#\s{1,8}runtime\.MemStats\b/.test(text);

/** Whether a line is one of the footer. */
export const isFooter = (text: string): boolean => beginsFooter(text) || field.test(text);

/** `# HeapIdle = 38420480`, `# Stack = 851968 / 851968`. */
export function readFooterLine(line: Line): Read {
  const [, before = '', name = '', value = ''] = field.exec(line.text) ?? [];
  if (name === '' || passed.includes(name)) return nothing;
  const pair = Object.hasOwn(pairs, name) ? pairs[name] : undefined;
  return pair ? readPair(line, name, pair, before.length, value) : toldAt(line, name, value, before.length);
}

function readPair(line: Line, name: string, [inUse, inAll]: readonly [string, string], offset: number, value: string): Read {
  const slash = /\s{0,8}\/\s{0,8}/.exec(value);
  if (!slash) return { damage: damageAt('no-pair', line.number, offset + 1, { name, found: quoted(value) }) };
  const left = toldAt(line, inUse, value.slice(0, slash.index), offset);
  const right = toldAt(line, inAll, value.slice(slash.index + slash[0].length), offset + slash.index + slash[0].length);
  if ('damage' in left) return left;
  return 'damage' in right ? right : { told: [...left.told, ...right.told] };
}

const profileLine = /^(?:heap profile: |\d{1,20}: \d{1,20} \[\d{1,20}: \d{1,20}\] @|#\t0x[0-9a-f]{1,16}\t)/;

/** A line of the profile that stands before the footer: records of allocations and their stacks. */
export const isProfile = (text: string): boolean => profileLine.test(text);

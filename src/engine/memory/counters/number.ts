/** Numbers as Go, Prometheus and the kernel print them. */
import { damageAt, quoted } from '../damage.ts';
import type { Line } from '../lines.ts';
import type { Read, Told } from './told.ts';

const decimal = /^[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?$/;
const special: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '+inf': Infinity, '-inf': -Infinity };

/** `123`, `1.2345e+07`, `NaN`, `+Inf`: what Go's strconv.FormatFloat and FormatInt print. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  const key = text.toLowerCase();
  return Object.hasOwn(special, key) ? special[key] : undefined;
}

const unlabelled: Pick<Told, 'labels' | 'time'> = { labels: [] };

/** The number at an offset (from 0) of a line, under a name; damage when it is none. */
export function toldAt({ number: line }: Line, name: string, text: string, offset: number, more = unlabelled): Read {
  const value = readNumber(text);
  const column = offset + 1;
  if (value === undefined) return { damage: damageAt('no-number', line, column, { name: quoted(name), found: quoted(text) }) };
  return { told: [{ ...more, name, value, line, column }] };
}

import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { words, type Words } from '../tables/table.ts';
import { bytes, same } from './values.ts';

/** What the traits of `changes.ts` are called in a table. A name that nobody foresaw throws. */

/** The words of each name. */
export function named(table: Readonly<Record<string, Words>>): (name: string) => Words {
  return (name) => table[name] ?? unknown(name);
}

function unknown(name: string): never {
  throw new Error(`src/oracle/changed has no words for "${name}". Add some in both languages, in subjects.ts or traits.ts.`);
}

/** `KiB with 5 MiB held`. */
export function held(name: string): Words {
  const mebibytes = /with (\d+) MiB held$/.exec(name)?.[1] ?? unknown(name);
  return words(`with ${mebibytes} MiB held`, `持有 ${mebibytes} MiB 时`);
}

/** `24`: a size in bytes. */
export const size = (name: string): Words => bytes(Number(name));

/** `noscan 24`, `pointers 1024`, or a type. */
export function object(name: string): Words {
  const [, kind, n] = /^(noscan|pointers) (\d+)$/.exec(name) ?? [];
  if (kind === undefined) return same(name);
  const { en, zh } = size(n ?? '');
  return kind === 'noscan' ? words(en, zh) : words(`${en} with pointers`, `${zh}，含指针`);
}

/** `513–568`: requests of so many bytes. */
export function range(name: string): Words {
  const [from = '', to] = name.split('–').map((n) => formatNumber(Number(n)));
  return to === undefined ? words(`from ${from} bytes on`, `${from} 字节起`) : words(`${from} to ${to} bytes`, `${from} 到 ${to} 字节`);
}

/** `mmap 4194304 PROT_NONE`: sizes in bytes. */
export function call(name: string): Words {
  const [verb = '', n = '', ...how] = name.split(' ');
  const text = Number(n) % 1024 === 0 ? formatBytes(Number(n), 'en') : `${formatNumber(Number(n))} B`;
  return same([verb, text, ...how].join(' '));
}

/** Single fields of a map line, each either its value or a line-numbered error. */
import { damaged, quoted } from './damage.ts';
import { smallestPage } from './mapping.ts';
import type { DamageCode } from './damage.ts';

/** A field and where it stands. */
export interface Spot {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const hex = /^[0-9a-f]{1,16}$/i;

/** A page-aligned address below 2^64: exact, see {@link Mapping.start}. */
export function readAddress(spot: Spot): number {
  if (!hex.test(spot.text)) throw damagedAt(spot, 'bad-address');
  if (!spot.text.endsWith('000')) throw damagedAt(spot, 'unaligned-address');
  return parseInt(spot.text, 16);
}

const maxAddress = 2 ** 64;

/** The end of a mapping from its start and its size in KiB. */
export function endOf(start: number, sizeKiB: number, spot: Spot): number {
  const end = start + sizeKiB * 1024;
  const possible = sizeKiB > 0 && sizeKiB % (smallestPage / 1024) === 0 && end <= maxAddress;
  if (!possible) throw damagedAt(spot, 'bad-size');
  return end;
}

const permissions = /^[r-][w-][x-][ps-]$/;

/** The four permission characters of maps, smaps and pmap -X. */
export function readPermissions(spot: Spot): string {
  if (!permissions.test(spot.text)) throw damagedAt(spot, 'bad-permissions', { expected: 'rw-p' });
  return spot.text;
}

export function readOffset(spot: Spot): number {
  if (!hex.test(spot.text)) throw damagedAt(spot, 'bad-offset');
  return parseInt(spot.text, 16);
}

const device = /^[0-9a-f]{1,8}:[0-9a-f]{1,8}$/i;

export function readDevice(spot: Spot): string {
  if (!device.test(spot.text)) throw damagedAt(spot, 'bad-device');
  return spot.text;
}

const whole = /^[0-9]{1,20}$/;

/** A decimal kept as text: inodes may exceed 2^53. */
export function readInode(spot: Spot): string {
  if (!whole.test(spot.text)) throw damagedAt(spot, 'bad-number', { field: 'Inode' });
  return spot.text;
}

/** A count of KiB. */
export function readCount(spot: Spot, field: string): number {
  const count = whole.test(spot.text) ? Number(spot.text) : NaN;
  if (!Number.isSafeInteger(count)) throw damagedAt(spot, 'bad-number', { field });
  return count;
}

function damagedAt(spot: Spot, code: DamageCode, more: Readonly<Record<string, string>> = {}): Error {
  return damaged(code, spot.line, spot.column, { found: quoted(spot.text), ...more });
}

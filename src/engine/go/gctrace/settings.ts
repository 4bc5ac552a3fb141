/** GOGC and GOMEMLIMIT as the environment writes them (`mgcpacer.go:readGOGC`, `readGOMEMLIMIT`; `string.go:parseByteCount`). */

const units: Readonly<Record<string, number>> = { '': 1, 'B': 1, 'KiB': 2 ** 10, 'MiB': 2 ** 20, 'GiB': 2 ** 30, 'TiB': 2 ** 40 };

/** `100`, or `off`, which is -1. Undefined for anything else; the runtime would take 100. */
export function readGogc(text: string): number | undefined {
  if (text === 'off') return -1;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Bytes: `536870912`, `512MiB`. `off` is Infinity. Undefined for anything else; the runtime would not start. */
export function readMemoryLimit(text: string): number | undefined {
  if (text === 'off') return Infinity;
  const [, count, unit] = /^(\d{1,15})((?:[KMGT]i)?B)?$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * units[unit ?? '']!;
}

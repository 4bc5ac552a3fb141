import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProgramError } from '../machine.ts';
import { damages } from './damage.ts';
import { longestText, readProcess } from './read.ts';
import type { Mapping } from './mapping.ts';

const fixture = (name: string): string => readFileSync(`src/engine/memory/fixtures/${name}`, 'utf8');
const sleep = fixture('seed-sleep.pmap.txt');
const vmlet = fixture('seed-vmlet.pmap.txt');

function mappingsOf(text: string): readonly Mapping[] {
  const read = readProcess(text);
  if (read.kind === 'rollup') throw new Error('a rollup has no mappings');
  return read.mappings;
}

function damageOf(text: string): ProgramError {
  try {
    readProcess(text);
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error('the text was read without complaint');
}

const maps = `00400000-00491000 r-xp 00000000 fe:00 3010514                            /srv/a b/prog
00491000-0054d000 r--p 00091000 fe:00 3010514                            /srv/a b/prog (deleted)
c000000000-c001000000 rw-p 00000000 00:00 0 
7ffe12d1a000-7ffe12d3b000 rw-p 00000000 00:00 0                          [stack]
ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
`;

describe('maps', () => {
  it('keeps every field, and blanks inside a name', () => {
    expect(mappingsOf(maps)[0]).toEqual({
      start: 0x400000, end: 0x491000, perms: 'r-xp', offset: 0, device: 'fe:00', inode: '3010514', name: '/srv/a b/prog', sizeKiB: 580, line: 1,
    });
    expect(mappingsOf(maps)[1]?.name).toBe('/srv/a b/prog (deleted)');
    expect(mappingsOf(maps)[2]?.name).toBe('');
  });

  it('keeps [vsyscall] exact, far above 2^53', () => {
    const vsyscall = mappingsOf(maps).at(-1);
    expect(vsyscall?.start.toString(16)).toBe('ffffffffff600000');
    expect(vsyscall?.end.toString(16)).toBe('ffffffffff601000');
    expect(vsyscall?.sizeKiB).toBe(4);
  });

  it('keeps every page-aligned address below 2^64 exact', () => {
    fc.assert(fc.property(fc.bigInt(0n, 2n ** 52n - 2n), (page) => {
      const [start, end] = [page * 4096n, (page + 1n) * 4096n];
      const [mapping] = mappingsOf(`${start.toString(16).padStart(8, '0')}-${end.toString(16).padStart(8, '0')} rw-p 00000000 00:00 0`);
      expect([BigInt(mapping?.start ?? -1), BigInt(mapping?.end ?? -1)]).toEqual([start, end]);
    }));
  });

  it('does not mind CRLF, tabs, blanks at the ends, comments and prompts', () => {
    const dressed = `\ufeff[root@xxx ~]# cat /proc/1410/maps\r\n### 代码段\r\n${maps.replaceAll('\n', ' \t\r\n').replaceAll(' fe:00 ', '\tfe:00\t')}\r\n\`\`\`\r\nme@host:~$ \r\n`;
    expect(mappingsOf(dressed).map(({ line: _, ...rest }) => rest)).toEqual(mappingsOf(maps).map(({ line: _, ...rest }) => rest));
  });

  it('sorts mappings that were pasted out of order', () => {
    const shuffled = maps.trimEnd().split('\n').reverse().join('\n');
    expect(mappingsOf(shuffled).map((m) => m.start)).toEqual(mappingsOf(maps).map((m) => m.start));
  });
});

describe('smaps', () => {
  const smaps = `c000000000-c001000000 rw-p 00000000 00:00 0 
Size:              16384 kB
KernelPageSize:        4 kB
Rss:                 368 kB
Pss:                 360 kB
Anonymous:           368 kB
THPeligible:           0
ProtectionKey:         0
VmFlags: rd wr mr mw me ac sd 
c001000000-c004000000 ---p 00000000 00:00 0 
Size:              49152 kB
Rss:                   0 kB
VmFlags: mr mw me sd 
`;

  it('adds the counters and flags to the mapping above them', () => {
    expect(mappingsOf(smaps)[0]).toMatchObject({ sizeKiB: 16384, rssKiB: 368, pssKiB: 360, anonymousKiB: 368, vmFlags: ['rd', 'wr', 'mr', 'mw', 'me', 'ac', 'sd'] });
    expect(mappingsOf(smaps)[1]).toMatchObject({ rssKiB: 0, vmFlags: ['mr', 'mw', 'me', 'sd'] });
    expect(mappingsOf(smaps)[1]).not.toHaveProperty('pssKiB');
  });

  it('takes the name Android’s kernels print on a line of its own', () => {
    expect(mappingsOf(smaps.replace('Size:              16384 kB\n', 'Size:              16384 kB\nName:           [anon:libc_malloc]\n'))[0]?.name).toBe('[anon:libc_malloc]');
  });

  it('notices a Size that the addresses contradict', () => {
    expect(damageOf(smaps.replace('49152', '49148'))).toMatchObject({ code: 'size-differs', line: 11, args: { said: 49148, counted: 49152 } });
  });

  it('says so when the first mapping is cut off', () => {
    expect(damageOf(smaps.slice(smaps.indexOf('\n') + 1))).toMatchObject({ code: 'counter-before-mapping', line: 1 });
  });

  it('reads smaps_rollup as one sum', () => {
    const rollup = `55e551131000-7fff4146b000 ---p 00000000 00:00 0                          [rollup]
Rss:                1792 kB
Pss:                 341 kB
Pss_File:            233 kB
`;
    expect(readProcess(rollup)).toEqual({ kind: 'rollup', rollup: { start: 0x55e551131000, end: 0x7fff4146b000, rssKiB: 1792, pssKiB: 341, pssFileKiB: 233 } });
    expect(damageOf(rollup + smaps).code).toBe('rollup-among-mappings');
    expect(damageOf(rollup.split('\n')[0] ?? '').code).toBe('rollup-without-rss');
  });
});

describe('pmap', () => {
  it('reads the seed’s two processes: the sizes add up to the sums pmap printed', () => {
    for (const [text, size, rss, pss] of [[sleep, 108060, 688, 172], [vmlet, 785948, 14416, 14412]] as const) {
      const mappings = mappingsOf(text);
      expect(mappings.reduce((sum, m) => sum + m.sizeKiB, 0)).toBe(size);
      expect(mappings.reduce((sum, m) => sum + (m.rssKiB ?? NaN), 0)).toBe(rss);
      expect(mappings.reduce((sum, m) => sum + (m.pssKiB ?? NaN), 0)).toBe(pss);
    }
  });

  it('knows the process, and reads it without header line of the process, sums or alignment', () => {
    expect(readProcess(sleep)).toMatchObject({ command: { pid: 1410, line: 'sleep 1000' } });
    const lines = vmlet.split('\n');
    const bare = lines.slice(2, -3).map((line) => line.trim().replace(/ +/g, ' ')).join('\n');
    expect(mappingsOf(bare).map((m) => [m.start, m.sizeKiB, m.name])).toEqual(mappingsOf(vmlet).map((m) => [m.start, m.sizeKiB, m.name]));
  });

  const wide = `30793:   sleep 100
         Address Perm   Offset Device  Inode Size KernelPageSize  Rss Pss THPeligible              VmFlags Mapping
    55e551131000 r--p 00000000  fe:00 247766    8              4    8   8           0          rd mr mw me sleep
    55e551133000 rw-p 00002000  00:00      0   20              4   20  20           0 rd wr mr mw me ac sd 
                                             ==== ============== ==== === =========== 
                                               28              8   28  28           0 KB 
`;

  it('reads the flags of -XX, aligned or not', () => {
    for (const text of [wide, wide.replace(/ +/g, ' ')]) {
      expect(mappingsOf(text)).toMatchObject([{ name: 'sleep', vmFlags: ['rd', 'mr', 'mw', 'me'], rssKiB: 8 }, { name: '', vmFlags: ['rd', 'wr', 'mr', 'mw', 'me', 'ac', 'sd'] }]);
    }
  });

  it('reads headings in another language: the kernel’s own keys stay', () => {
    const french = sleep.replace('Address', 'Adresse').replace('Mapping', 'Correspondance').replace('Device', 'Périph.');
    expect(mappingsOf(french)).toEqual(mappingsOf(sleep));
  });

  it.each([
    ['plain', '0000000000400000     24K r-x-- sleep\n0000000001963000    132K rw---   [ anon ]\n00007fff33464000    132K rw---   [ stack ]\n total              288K\n', undefined],
    ['-x', 'Address           Kbytes     RSS   Dirty Mode  Mapping\n0000000000400000      24      16       0 r-x-- sleep\n0000000001963000     132      12      12 rw---   [ anon ]\n00007fff33464000     132      12      12 rw---   [ stack ]\n---------------- ------- ------- ------- \ntotal kB             288      40      24\n', 12],
    ['-d', 'Address           Kbytes Mode  Offset           Device    Mapping\n0000000000400000      24 r-x-- 0000000000000000 0fd:00001 sleep\n0000000001963000     132 rw--- 0000000000000000 000:00000   [ anon ]\n00007fff33464000     132 rw--- 0000000000000000 000:00000   [ stack ]\nmapped: 288K    writeable/private: 264K    shared: 0K\n', undefined],
  ])('reads pmap %s', (_, rows, rss) => {
    const mappings = mappingsOf(`1410:   sleep 1000\n${rows}`);
    expect(mappings.map((m) => [m.start, m.sizeKiB, m.perms, m.name])).toEqual([[0x400000, 24, 'r-xp', 'sleep'], [0x1963000, 132, 'rw-p', ''], [0x7fff33464000, 132, 'rw-p', '[stack]']]);
    expect(mappings[1]?.rssKiB).toBe(rss);
  });
});

describe('damage is told with its line and column', () => {
  const line = (text: string): string => `00400000-00491000 r-xp 00000000 fe:00 1 /a\n${text}\n`;
  it.each([
    ['empty text', '', 'nothing-to-read', 1, 1],
    ['only noise', '# a\n\n$ pmap 1\n', 'nothing-to-read', 1, 1],
    ['a letter', 'Dear reader', 'unknown-format', 1, 1],
    ['macOS’s vmmap', 'Process:         hello [1234]\nPath:            /usr/local/bin/hello', 'unknown-format', 1, 1],
    ['a digit that is none', line('00500000-0060000g rw-p 0 00:00 0'), 'bad-address', 2, 10],
    ['too many digits', line('500000-10000000000000000 rw-p 0 00:00 0'), 'bad-address', 2, 8],
    ['an address inside a page', line('00500010-00600000 rw-p 0 00:00 0'), 'unaligned-address', 2, 1],
    ['an end before the start', line('00600000-00500000 rw-p 0 00:00 0'), 'empty-range', 2, 1],
    ['no range', line('00600000 rw-p 0 00:00 0'), 'not-a-mapping', 2, 1],
    ['permissions', line('00500000-00600000 rwp 0 00:00 0'), 'bad-permissions', 2, 19],
    ['an offset', line('00500000-00600000 rw-p xyz 00:00 0'), 'bad-offset', 2, 24],
    ['a device', line('00500000-00600000 rw-p 0 zero 0'), 'bad-device', 2, 26],
    ['an inode', line('00500000-00600000 rw-p 0 00:00 -1'), 'bad-number', 2, 32],
    ['a cut line', line('00500000-00600000 rw-p 0'), 'missing-field', 2, 25],
    ['an overlap', line('00490000-00600000 rw-p 0 00:00 0'), 'overlap', 2, 1],
    ['a counter', '00400000-00491000 r-xp 00000000 fe:00 1 /a\nRss: 4 kB\nRss: many kB\n', 'bad-number', 3, 6],
    ['a row of pmap -X without header', sleep.split('\n').slice(3).join('\n'), 'no-header', 1, 1],
    ['two processes', sleep + vmlet, 'second-process', 26, 1],
    ['a size of 5 KiB', sleep.replace('    24  16', '     5  16'), 'bad-size', 4, 51],
    ['a row cut short', sleep.replace(/16 {9}0 {4}0 {6}0 sleep/, '16'), 'missing-field', 4, 71],
    ['too much', `${maps}${' '.repeat(longestText)}`, 'text-too-long', 1, 1],
  ])('%s', (_, text, code, at, column) => {
    const damage = damageOf(text);
    expect([damage.code, damage.line, damage.column]).toEqual([code, at, column]);
    expect(damage.message).not.toContain('undefined');
  });
});

describe('hostile text', () => {
  const pieces = ['0', 'f', '-', ' ', '\t', '\n', '\r\n', ':', 'kB', 'rw-p', '[', '[heap]', 'Size:', 'VmFlags: ', '1:', '\u2028', '存', '\ud800', '#', '=', 'KB', '00400000-00401000 rw-p 00000000 00:00 0\n', 'Address Perm Offset Device Inode Size Rss Mapping\n', '0000000000400000     24K r-x-- sleep\n'];
  const originals = [maps, sleep, vmlet];
  const wild = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom(...originals), fc.array(fc.tuple(fc.nat(2000), fc.nat(40), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 6 }))
      .map(([text, cuts]) => cuts.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text)),
  );

  it('gives a reading or a ProgramError with a known code, 10,000 times', () => {
    fc.assert(fc.property(wild, (text) => {
      try {
        const read = readProcess(text);
        if (read.kind !== 'rollup') expect(read.mappings.every((m) => m.end - m.start === m.sizeKiB * 1024 && m.sizeKiB > 0)).toBe(true);
      } catch (error) {
        if (!(error instanceof ProgramError)) throw error;
        expect(damages).toHaveProperty(error.code);
        expect(error.message).not.toContain('undefined');
        expect(error.line).toBeGreaterThan(0);
        expect(error.column).toBeGreaterThan(0);
      }
    }), { numRuns: 10_000, seed: 1 });
  }, 60_000);
});

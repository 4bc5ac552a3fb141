/** Mappings that the kernel, glibc or a runtime names itself. */
import type { Claims } from '../claims.ts';
import type { Mapping } from '../mapping.ts';
import type { What } from '../what.ts';

/** Names of `fs/proc/task_mmu.c:show_map_vma` and of the vdso. */
const kernelNames: Readonly<Record<string, What>> = {
  '[heap]': 'heap',
  '[stack]': 'stack',
  '[vdso]': 'vdso',
  '[vvar]': 'vvar',
  '[vvar_vclock]': 'vvar',
  '[vsyscall]': 'vsyscall',
};

/** Names glibc 2.38 and later and Android's libc give with prctl(PR_SET_VMA_ANON_NAME). */
const libcNames: readonly (readonly [string, What])[] = [
  ['[anon: glibc: pthread stack:', 'thread stack'],
  ['[anon: glibc: pthread user stack:', 'thread stack'],
  ['[anon: glibc: malloc arena]', 'glibc arena'],
  ['[anon: glibc: malloc]', 'anonymous'],
  ['[anon: glibc: loader malloc]', 'anonymous'],
  ['[anon:stack_and_tls:', 'thread stack'],
];

/** `[stack:1234]`: kernels 3.4 to 4.4 named the stack of each thread. */
const threadStack = /^\[stack:\d{1,10}\]$/;

export function claimKernelNames(claims: Claims): void {
  for (const mapping of claims.mappings) {
    const known = mapping.name.startsWith('[') ? named(mapping.name) : undefined;
    if (known) claims.claim(mapping, guarded(mapping, known.what), 'certain', { rule: known.rule, name: mapping.name });
  }
}

function named(name: string): { what: What; rule: 'kernel-name' | 'vma-name' } | undefined {
  const what = Object.hasOwn(kernelNames, name) ? kernelNames[name] : undefined;
  if (what) return { what, rule: 'kernel-name' };
  if (threadStack.test(name)) return { what: 'thread stack', rule: 'kernel-name' };
  const [, given] = libcNames.find(([start]) => name.startsWith(start)) ?? [];
  return given && { what: given, rule: 'vma-name' };
}

/** A named stack that nobody may touch is its guard. */
function guarded({ perms }: Mapping, what: What): What {
  return what === 'thread stack' && perms.startsWith('---') ? 'guard' : what;
}

import { ProgramError } from '../../engine/machine.ts';
import type { LifeOp } from '../../engine/go/lifetimes/lifetimes.ts';
import { readLines, type At } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

export const examples: readonly string[] = ['new a finalizer', 'new b cleanup weak', 'a -> b', 'drop a b', 'gc'];

const longest = 30;
/** As many objects as the drawing has room for. */
export const most = 8;

/** Each line as its operations, in order. Throws a ProgramError at the line that is none, or names an object that is not there. */
export function readLives(text: string): Program<LifeOp> {
  const made = new Set<string>();
  const { ops, lines } = readLines(text, longest, (written, at) => readLine(written, made, at));
  return { ops: ops.flat(), lines: ops.flatMap((group, i) => group.map(() => lines[i]!)) };
}

function readLine(written: string, made: Set<string>, at: At): readonly LifeOp[] {
  if (written === 'gc') return [{ do: 'gc' }];
  const [, name, extras] = /^new ([a-z])((?: (?:finalizer|cleanup|weak))*)$/.exec(written) ?? [];
  if (name) return newObject(name, (extras ?? '').split(' ').filter(Boolean), made, at);
  const [, from, to] = /^([a-z]) -> ([a-z])$/.exec(written) ?? [];
  if (from && to) return [{ do: 'link', from: known(from, made, at), to: known(to, made, at) }];
  const [, dropped] = /^drop((?: [a-z])+)$/.exec(written) ?? [];
  if (dropped) return dropped.trim().split(' ').map((of) => ({ do: 'drop', of: known(of, made, at) }));
  throw new ProgramError('line', `"${written}" is no line of this figure`, at, { text: written });
}

function newObject(name: string, extras: readonly string[], made: Set<string>, at: At): readonly LifeOp[] {
  if (made.has(name)) throw new ProgramError('twice', `${name} was made before`, at, { name });
  if (extras.filter((each) => each === 'finalizer').length > 1) throw new ProgramError('finalizers', 'an object has one finalizer at most', at, { name });
  made.add(name);
  if (made.size > most) throw new ProgramError('many', 'too many objects', at, { most });
  return [{ do: 'new', name }, ...extras.map((each) => ({ do: each as 'finalizer' | 'cleanup' | 'weak', of: name }))];
}

function known(name: string, made: ReadonlySet<string>, at: At): string {
  if (made.has(name)) return name;
  throw new ProgramError('unknown', `there is no ${name}`, at, { name });
}

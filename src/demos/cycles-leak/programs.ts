import { readFew } from './read.ts';

/** Ten lines, as most of them end: nobody holds anything any more, and then somebody looks for rings. */
const ring = `a = new 24 2
b = new 24 2
c = new 24 2
a.0 = b
b.0 = c
c.0 = a
drop b
drop c
drop a
collect`;

const chain = `a = new 24 2
b = new 24 2
c = new 24 2
a.0 = b
b.0 = c
drop b
drop c
drop a`;

const outside = `a = new 24 2
b = new 24 2
c = new 24 2
d = new 24 2
a.0 = b
b.0 = c
c.0 = a
d.0 = a
drop b
drop c
drop a
collect
d.0 = nil
collect`;

/** A parent with two children, each of which knows its parent. */
const tree = `a = new 24 2
b = new 24 2
c = new 24 2
a.0 = b
a.1 = c
b.0 = a
c.0 = a
drop b
drop c
drop a
collect`;

export const programs = { ring, chain, outside, tree };

/** The last operation by which a variable lets go. */
export const lastDropOf = (program: string): number => readFew(program).ops.findLastIndex((op) => op.do === 'drop');

/** The programs of the figure. An object is its data and a header of 8 bytes. */

/** Two objects that stay, a ring that dies, and garbage as most programs make it, until memory is short; one of the two dies late. */
const six = `t = new 24 2
x = new 24 1
t.0 = x
drop x
y = new 24 1
t.1 = y
drop y
# a ring, and nobody holds it any more
p = new 24 1
q = new 24 1
p.0 = q
q.0 = p
drop p
drop q
# what most objects are: soon dead
a = new 56 0
drop a
b = new 56 0
drop b
c = new 56 0
drop c
z = new 24 1
z.0 = t
d = new 56 0
drop d
# y dies; who is marking just now keeps it
t.1 = nil
collect`;

const list = `a = new 24 2
gone = new 40 0
b = new 24 1
c = new 40 0
also = new 24 0
d = new 24 1
a.0 = d
a.1 = b
d.0 = c
b.0 = c
drop b
drop c
drop d
drop gone
drop also
collect`;

const ring = `a = new 24 1
b = new 24 1
c = new 24 1
k = new 24 1
a.0 = b
b.0 = c
c.0 = a
k.0 = a
drop a
drop b
drop c
drop k
collect`;

const floating = `t = new 24 2
x = new 24 0
t.0 = x
drop x
y = new 24 0
t.1 = y
drop y
a = new 280 0
drop a
b = new 56 0
t.1 = nil
# marking goes on with what it had found, and the next collection finds y dead
collect
collect`;

const lineOf = (program: string, op: string): number => program.split('\n').filter((line) => !line.startsWith('#')).lastIndexOf(op);

export const programs = {
  six, list, ring, floating,
  sixStill: lineOf(six, 'collect'), listStill: lineOf(list, 'collect'), ringStill: lineOf(ring, 'collect'), floatingStill: lineOf(floating, 'collect') - 1,
};

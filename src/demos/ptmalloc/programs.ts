/** Programs of *ptmalloc inside*; oracle/malloc/figures.ts asks the real glibc the same. */
export const programs = {
  seven: `# nine blocks of one size, all freed
a = malloc 24
b = malloc 24
c = malloc 24
d = malloc 24
e = malloc 24
f = malloc 24
g = malloc 24
h = malloc 24
i = malloc 24
free a
free b
free c
free d
free e
free f
free g
free h   # the cache is full
free i
# and asked for again
g = malloc 24
f = malloc 24
e = malloc 24
d = malloc 24
c = malloc 24
b = malloc 24
a = malloc 24
i = malloc 24   # the cache is empty
h = malloc 24`,
  split: `big = malloc 1500
k = malloc 24     # keeps big away from top
free big          # too large for the cache
a = malloc 100    # cut from it
b = malloc 100    # and again, from what was left
c = malloc 200
d = malloc 1200   # nothing fits
free a
free b            # the cache has room for both
free d            # touches top`,
  consolidate: `a = malloc 40
b = malloc 40
c = malloc 40
d = malloc 40
e = malloc 40
f = malloc 40
g = malloc 40
h = malloc 40
i = malloc 40
j = malloc 40
k = malloc 40     # keeps the others away from top
free a
free b
free c
free d
free e
free f
free g            # seven in the cache
free h
free i
free j            # three side by side in the fast bin
m = malloc 1100   # a large request
n = malloc 130    # finds the three merged into one`,
  thresholds: `a = malloc 204800   # 200 KiB: a mapping of its own
free a              # the threshold moves
b = malloc 204800   # the same request: from the heap
c = malloc 204800
free c              # joins top
free b              # top is large enough to give back
d = malloc 409600
free d
e = malloc 409600`,
} as const;

export type Presets = keyof typeof programs;

import type { Mutant } from './list.ts';

const rules: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ['no slow start', 'thread-cache.ts', 'lowWater: 0, limit: 1,', 'lowWater: 0, limit: 32,'],
  ['the limit falls at the first overage', 'thread-cache.ts', 'maxOverages = 3', 'maxOverages = 0'],
  ['nothing is scavenged', 'thread-cache.ts', 'if (this.#size > this.#limit) this.#scavenge();', ''],
  ['scavenging does not enlarge the cache', 'thread-cache.ts', '    this.#limit += step;\n', ''],
  ['scavenging drops all of the low water', 'thread-cache.ts', 'Math.floor(list.lowWater / 2)', 'list.lowWater'],
  ['there is no transfer cache', 'central.ts', 'const whole = n === sizeClasses[index]!.batch && this.#makeRoom(index);', 'const whole = false;'],
  ['transfer caches do not grow', 'central.ts', 'if (transfer.slots === capacityOf(index)) return false;', 'return false;'],
  ['a full class gives up no slot', 'central.ts', ' && !this.#evict(index, true)', ''],
  ['an object does not make its span the first', 'central.ts', 'if (spans.objects(span) === 0) spans.prepend(classLists + index, span);', 'if (spans.objects(span) === 0) { spans.setObjects(span, 0); if (spans.first(classLists + index) === -1) spans.prepend(classLists + index, span); else { const last = spans.last(classLists + index); spans.remove(classLists + index, last); spans.prepend(classLists + index, span); spans.prepend(classLists + index, last); } }'],
  ['an unused span stays', 'central.ts', 'if (spans.used(span) > 0) {', 'if (true) {'],
  ['spans do not merge with the one before', 'page-heap.ts', 'if (before !== -1 && ', 'if (false && '],
  ['the heap grows by what is needed', 'page-heap.ts', 'Math.max(n, maxPages)', 'n'],
  ['best fit ignores the address', 'large-spans.ts', ' && span < start', ' && span > start'],
  ['memory is never given back', 'page-heap.ts', 'if (this.#delay >= 0) return;', 'if (pages > 0) return;'],
  ['realloc never shrinks', 'tcmalloc.ts', ' && size >= Math.floor(old / 2)', ''],
  ['realloc grows by what is asked', 'tcmalloc.ts', 'size > old && size < least ? least : size', 'size'],
  ['nothing is allocated before main', 'tcmalloc.ts', '[72_704, 1, 16, 8]', '[]'],
];

export const tcmalloc: readonly Mutant[] = rules.map(([what, file, from, to]) => ({ engine: 'tcmalloc', what, file, from, to }));

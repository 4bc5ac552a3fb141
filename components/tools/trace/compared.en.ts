import type { ComparedWords } from './words.ts';

/** What the chart and its table say. */
const words: ComparedWords = {
  machines: {
    'bump': 'bump', 'first-fit': 'first fit', 'next-fit': 'next fit', 'best-fit': 'best fit', 'worst-fit': 'worst fit', 'segregated': 'segregated',
    'buddy': 'buddy', 'slab': 'slab', 'glibc': 'glibc', 'glibc-notcache': 'glibc, bare', 'tcmalloc': 'tcmalloc', 'jemalloc': 'jemalloc', 'mimalloc': 'mimalloc',
  },
  asked: 'asked for',
  axes: { heap: 'bytes held from the system', inside: 'bytes of blocks that nobody asked for', between: 'bytes of heap in no block', steps: 'blocks looked at so far' },
  operations: 'calls of malloc and free',
  mostLive: (size) => `most asked for: ${size}`,
  peak: (amount) => `peak: ${amount}`,
  allocator: 'Allocator',
  columns: { peak: 'Peak heap', utilisation: 'Utilisation', inside: 'Lost in blocks', between: 'Lost between blocks', hole: 'Largest hole', steps: 'Steps a call', systemCalls: 'System calls' },
  means: {
    peak: 'the most ever held from the system',
    utilisation: 'most ever asked for, as a share of the most ever held',
    inside: 'headers and rounding when they cost most bytes, and their share of the blocks then: internal fragmentation',
    between: 'heap in no block when that was most bytes, and its share of the heap then: external fragmentation',
    hole: 'the largest free stretch at that same moment',
    steps: 'blocks looked at, for each call',
    systemCalls: 'calls of brk, mmap and munmap for memory',
  },
  table: 'The allocators compared',
};
export default words;

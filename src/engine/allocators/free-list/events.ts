/** What who watches a call is told. */
import type { HeapEvent } from '../allocator.ts';
import type { TagEvent } from '../tag-event.ts';
import type { Blocks, Geometry } from './blocks.ts';

/**
 * What free reads: the header of the block freed, the footer behind it, the header ahead; and with which of them it
 * becomes one. `behind` and `ahead` are the sizes of free neighbours, or 0. Arguments in grains, events in bytes.
 */
export function neighbourEvents(blocks: Blocks, { grain, tags, lead }: Geometry, freed: number, behind: number, ahead: number): TagEvent[] {
  const after = freed + blocks.size(freed);
  const [at, own] = [lead + freed * grain, (after - freed) * grain];
  const [p, addr] = [at + tags / 2, at - behind * grain];
  const merges: TagEvent[] = [
    { kind: 'merge', side: 'behind', addr, size: behind * grain + own, by: behind * grain },
    { kind: 'merge', side: 'ahead', addr, size: (behind + ahead) * grain + own, by: ahead * grain },
  ];
  return [
    { kind: 'own', p, at, size: own, used: true },
    { kind: 'behind', p, at: at - tags / 2, size: blocks.sizeBefore(freed) * grain, used: behind === 0 },
    { kind: 'ahead', p, at: at + own, size: blocks.size(after) * grain, used: ahead === 0 },
    ...merges.filter((event) => event.kind === 'merge' && event.by > 0),
  ];
}

/** A block freed, in bytes, has become one with its free neighbours, or has a place of its own in the list. */
export function freedEvents(addr: number, size: number, before: boolean, after: boolean): HeapEvent[] {
  const place = { addr, size };
  return [
    ...(before ? [{ kind: 'coalesce', ...place, side: 'before' } as const] : []),
    ...(after ? [{ kind: 'coalesce', ...place, side: 'after' } as const] : []),
    ...(before ? [] : [{ kind: 'put', list: 'free', ...place } as const]),
  ];
}

/** malloc has found a block, or -1, for so many grains. */
export function placedEvent(blocks: Blocks, { grain, tags, lead }: Geometry, block: number, need: number): TagEvent {
  const addr = lead + block * grain;
  return block === -1 ? { kind: 'none', size: need * grain } : { kind: 'place', p: addr + tags / 2, addr, size: blocks.size(block) * grain };
}

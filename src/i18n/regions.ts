import type { Locale } from './locales.ts';

/** What the drawings of collectors by regions say. */
export interface RegionWords {
  readonly immix: { readonly caption: string; readonly marked: string; readonly allocated: string };
  readonly g1: { readonly caption: string; readonly before: string; readonly after: string; readonly remembered: string };
  readonly shenandoah: { readonly caption: string; readonly from: string; readonly to: string; readonly forwarding: string; readonly load: string };
  readonly zgc: { readonly caption: string; readonly loaded: string; readonly oldAddress: string; readonly check: string; readonly healed: string; readonly newAddress: string; readonly back: string };
}

export const regionWords: Record<Locale, RegionWords> = {
  en: {
    immix: { caption: 'A block of Immix. A line is kept if anything in it lives. New objects fill the free lines by adding to a pointer, which skips the others.', marked: 'marked', allocated: 'then allocated into' },
    g1: { caption: 'G1. What is filled is alive. The emptiest regions are chosen and their survivors copied together. Pointers into them from other regions stand in a list.', before: 'before the pause', after: 'after it', remembered: 'remembered' },
    shenandoah: { caption: 'Shenandoah, while the program runs. Loading x finds that A has moved, and yields A′. Whoever came first, program or collector, made the copy.', from: 'to be emptied', to: 'new region', forwarding: 'forwarding', load: 'what a load yields' },
    zgc: { caption: 'A pointer of ZGC, as JEP 333 drew it. One of its bits says when it was last looked at. A load that finds the wrong one looks where the object is now, and writes the answer back.', loaded: 'in memory', oldAddress: 'old address', check: 'the right colour for now? no', healed: 'what the program gets', newAddress: 'new address', back: 'and written back' },
  },
  zh: {
    immix: { caption: 'Immix 的一个块。一行里只要有活着的，整行留着。新对象只放进空行，指针往前加就行，遇到留着的行就跳过。', marked: '标记之后', allocated: '往里分配' },
    g1: { caption: 'G1。涂满的是活着的。挑最空的区域，把里面活着的抄到一起。别的区域指进来的指针，都记在清单上。', before: '停顿之前', after: '停顿之后', remembered: '记着' },
    shenandoah: { caption: '程序运行中的 Shenandoah。读 x 时发现 A 搬走了，得到的就是 A′。程序和收集器谁先碰到，谁就抄。', from: '要腾空的区域', to: '新区域', forwarding: '转发指针', load: '读到的是这个' },
    zgc: { caption: 'ZGC 的指针，按 JEP 333 画的。里面有一位说它上次是什么时候看过的。读到的颜色不对，就去找对象现在的位置，再把答案写回去。', loaded: '内存里', oldAddress: '旧地址', check: '颜色对吗？不对', healed: '程序拿到的', newAddress: '新地址', back: '并写回去' },
  },
};

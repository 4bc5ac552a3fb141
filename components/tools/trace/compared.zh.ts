import type { ComparedWords } from './words.ts';

/** What the chart and its table say, in Chinese. */
const words: ComparedWords = {
  machines: {
    'bump': '指针递增', 'first-fit': '首次适配', 'next-fit': '循环首次适配', 'best-fit': '最佳适配', 'worst-fit': '最差适配', 'segregated': '分离适配',
    'buddy': '伙伴系统', 'slab': 'slab', 'glibc': 'glibc', 'glibc-notcache': 'glibc 无缓存', 'tcmalloc': 'tcmalloc', 'jemalloc': 'jemalloc', 'mimalloc': 'mimalloc',
  },
  asked: '程序所要',
  axes: { heap: '向系统要来的字节', inside: '块里没人要的字节', between: '堆里不属于任何块的字节', steps: '到此为止看过的块数' },
  operations: 'malloc 和 free 的调用次数',
  mostLive: (size) => `所要最多 ${size}`,
  peak: (amount) => `峰值 ${amount}`,
  allocator: '分配器',
  columns: { peak: '堆的峰值', utilisation: '利用率', inside: '块内损失', between: '块间损失', hole: '最大空隙', steps: '每次调用的步数', systemCalls: '系统调用' },
  means: {
    peak: '向系统要来的最大值',
    utilisation: '程序所要的最大值，占堆的最大值的比例',
    inside: '块头和取整最费字节的那一刻损失多少，占当时各块的几成：内部碎片',
    between: '不属于任何块的字节最多的那一刻有多少，占当时堆的几成：外部碎片',
    hole: '同一刻最大的一段空闲',
    steps: '平均每次调用看过几个块',
    systemCalls: '为内存调用 brk、mmap、munmap 的次数',
  },
  table: '分配器对比',
};
export default words;

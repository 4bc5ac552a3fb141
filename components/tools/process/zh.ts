import memory from '../../../src/demos/two-maps/memory.zh.ts';
import damage from './damage.zh.ts';
import service from './service/zh.ts';
import type { ProcessWords } from './words.ts';

const words: ProcessWords = {
  memory,
  damage,

  stages: { reading: '正在逐行读……', explaining: '正在辨认每个映射……', summing: '正在汇总……' },
  cancel: '取消',
  cancelled: '已取消。文本还在框里。',
  kept: '已取消。下面还是先前读出的结果。',
  waiting: '正在算',
  stop: '停下',
  left: '已停下，一切还是原来的样子。',
  failed: '读取程序没能启动。请重新打开本页；框里的文本可以先复制出来。',
  exampleFailed: '例子没能加载。请联网后再试。',
  fileFailed: '这个文件读不出来。请重新选择，或者粘贴它的内容。',
  fileTooLarge: (size, limit) => `文件有 ${size}，最多读 ${limit}。请改用 maps，或者在两个映射之间截断。`,
  fileBinary: '这不是文本文件。请给出 maps、smaps 或 pmap 的文本。',
  shown: (from, to, all) => `框里只显示第 ${from} 到 ${to} 行，全文共 ${all} 行，都已收下。`,

  paragraph: (sentences) => sentences.join(''),
  isGo: (releases, likely) => `Go 程序${releases && `，${releases}`}${likely === undefined ? '' : `，多半是 ${likely}`}`,
  noGo: '这份映射里没有 Go 运行时',
  releases: ({ from, to }) => {
    if (from === undefined) return to === undefined ? '' : `1.${to} 或更早`;
    if (to === undefined) return `1.${from} 或更新`;
    return from === to ? `1.${from}` : `1.${from} ${to - from === 1 ? '或' : '到'} 1.${to}`;
  },
  heapAt: (base) => `Go 的堆在 ${base}。`,
  virt: (virt, mappings) => `VIRT 是 ${virt}，共 ${mappings} 个映射。`,
  summaries: (reserved) => `其中 ${reserved} 是给页摘要和索引保留的地址，永远不会变成内存。`,
  rss: (rss, owners) => `RSS 是 ${rss}：${owners}。`,
  noRss: '这份文本没有 RSS。想知道哪些驻留，请粘贴 smaps。',
  counted: (virt) => `Go 自己的计数器看得见 VIRT 中的 ${virt}，MemStats.Sys 报的就该是这个数。`,
  countedRss: (counted, uncounted) => `RSS 里它们看得见 ${counted}，另有 ${uncounted} 是 Go 的任何计数器都看不见的。`,
  unclear: (virt) => `VIRT 里还有 ${virt}，从外面看不出 Go 算没算。`,
  notable: {
    lazyFreeKiB: (amount) => `RSS 里有 ${amount} 已经归还（LazyFree），内核缺内存时才会拿走。`,
    anonHugePagesKiB: (amount) => `RSS 里有 ${amount} 是大页（AnonHugePages）。`,
    swapKiB: (amount) => `另有 ${amount} 换出到了 swap。`,
  },
  and: (things) => things.join('，'),
  owner: (name, amount) => `${name} ${amount}`,

  totals: '合计（KiB）',
  columns: { what: '是什么', virt: 'VIRT', rss: 'RSS', counted: 'Go 计数' },
  groups: {
    program: '程序本身', cHeap: 'C 的堆', library: '库和文件', goHeap: 'Go 的堆', summary: '页摘要和索引',
    metadata: '运行时的表', stack: '栈', kernel: '内核页', unclear: '不清楚',
  },
  counting: { counted: '有', uncounted: '没有', unclear: '不清楚' },
  certaintyOf: (certainty, size) => `${memory.certainty[certainty]} ${size}`,
  whole: '全部',
  bounds: '一个映射装着几种东西时，内核只给出它们合起来的 RSS：0–40 的意思是中间任何一个数都有可能。',
  copy: '复制这张表',
  copied: '已复制。',
  copyBlocked: '浏览器不让复制，表在这里：',
  download: '把全部映射下载为 JSON',

  map: '地图',
  mapKeys: '方向键走到相邻的映射，Home 和 End 走到两头。',
  chooseOne: '选一个映射，看它由什么组成，又是怎么认出来的。',
  crowd: (mappings) => `${mappings} 个更小的映射`,
  resident: (size, resident) => (resident === undefined ? size : `${size}，驻留 ${resident}`),
  is: (what) => `${what}。`,
  sure: (certainty) => `${certainty}。`,
  countedBy: { counted: 'Go 计了数。', uncounted: 'Go 的任何计数器都看不见。', unclear: '' },
  times: (count, size) => `${count} × ${size}`,
  residentOnly: (resident) => `驻留 ${resident}`,
  previous: '上一个',
  next: '下一个',

  list: (all) => `全部 ${all} 个映射的列表`,
  kind: '种类',
  everyKind: '所有种类',
  range: (from, to, all) => `第 ${from} 到 ${to} 个，共 ${all} 个`,
  earlier: '往前',
  later: '往后',

  service,

  rollup: '所有映射的总和',
  rollupLimits: 'smaps_rollup 整个进程只有一项。VIRT、单个映射、内存是谁的，它都给不出来；要看这些，请粘贴 smaps。',
  counters: {
    rssKiB: '在内存里的页，与别人共享的也算',
    pssKiB: '同上，共享的页按使用者人数均摊',
    pssDirtyKiB: 'Pss 中读入后写过的',
    pssAnonKiB: 'Pss 中背后没有文件的',
    pssFileKiB: 'Pss 中属于文件的页',
    pssShmemKiB: 'Pss 中的共享内存和 tmpfs',
    sharedCleanKiB: '与别的进程共享，没写过',
    sharedDirtyKiB: '与别的进程共享，写过',
    privateCleanKiB: '本进程独有，没写过',
    privateDirtyKiB: '本进程独有，写过：进程结束就能腾出来',
    referencedKiB: '最近访问过',
    anonymousKiB: '背后没有文件：堆和栈',
    lazyFreeKiB: '用 MADV_FREE 归还了，仍在内存里',
    anonHugePagesKiB: '在 2 MiB 的大页里',
    swapKiB: '换出到了 swap',
    swapPssKiB: '同上，共享的页按使用者人数均摊',
    lockedKiB: '不许换出',
  },
};
export default words;

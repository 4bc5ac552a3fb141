import type { PageWords } from './words.ts';

const words: PageWords = {
  title: '看你的 gctrace',
  question: 'gctrace 一行里的每个数是什么意思？目标算得对不对？',
  description: '把 GODEBUG=gctrace=1 的行或整份日志贴进来：每个字段都有解释，并画在它那个周期上；堆、目标、停顿和 CPU 随时间变化的图；每个目标都按前一行重新计算。',
  stillTitle: '一行，逐个字段看',
  stillCaption: 'Go 1.27 为一个小程序打印的一行：每个数字，以及它在这个周期里的位置。短得看不见的停顿画得比实际宽。',
  boxTitle: '贴在这里',
  boxLead: '单独几行或者整份日志都行：时间戳、kubectl 的前缀、包在 JSON 里的行，都不碍事。',
  boxLabel: '带有 gctrace 的日志',
  gogc: 'GOGC',
  memlimit: 'GOMEMLIMIT',
  read: '读取',
  clear: '清空',
  file: '选一个文件',
  dropHint: (limit) => `也可以把文件拖到本页任何地方，最大 ${limit}`,
  examplesTitle: '手边没有日志？',
  examples: { stacks: '堆，外加很大的栈', falling: '落下来的堆，GOGC 未知', limit: '设了内存上限' },
  privacy: '你贴的内容不会离开本页：只在你的浏览器里读，不进任何请求、网址和存储。',
  unloaded: '读取程序没能加载。请联网后再试。',
  noScript: '在这里读你自己的日志需要 JavaScript。没有它，就在这本书的仓库里运行：',
  recordTitle: '这些行从哪里来',
  recordLead: '只要环境里要求，每个 Go 程序都会把它们打印到标准错误：',
  recordPod: '在 Kubernetes 里（会重启 pod）：',
  recordNotes: '能读 Go 1.8 及以后的行；栈和全局变量从 1.18 起才有。一行的目标由它前一行重新计算：标记到的堆、栈和全局变量、GOGC、最小的堆，还有内存上限（如果设了）。程序在打印中途结束，最后一行就会被截断。',
};
export default words;

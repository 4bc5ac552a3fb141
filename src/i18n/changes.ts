import type { Locale } from './locales.ts';

/** The words of the page *What changed when*, but for those of its subjects (`src/oracle/changed`). */
export interface ChangesWords {
  readonly title: string;
  readonly question: string;
  /** For search engines; `oldest` is the first release told of. */
  readonly description: (oldest: string) => string;
  /** How the page was made, and on what: kernel, processor, C library. */
  readonly method: (machine: readonly string[]) => string;
  /** What stands between two sentences. */
  readonly gap: string;
  readonly overview: string;
  readonly topic: string;
  readonly release: (release: string) => string;
  readonly compared: (go: string, beside: string) => string;
  readonly notes: (release: string) => string;
  readonly nothing: string;
  readonly what: string;
  /** Before the lines shown of a long list, and the fold that holds all. */
  readonly some: (all: number) => string;
  readonly all: (all: number) => string;
  readonly recorded: string;
}

const en: ChangesWords = {
  title: 'What changed when',
  question: 'Which release of Go changed what you see of a program’s memory?',
  description: (oldest) => `Every Go release since ${oldest} beside the one before it: process map, heap growth, size classes, goroutines, heap goals, escape decisions. Measured, with the recordings.`,
  method: (machine) => `The same small programs were built with each release and asked the same questions, on ${machine.join(', ')}. Where two neighbours answer differently, it is written here; of numbers that vary from run to run, only what moved by more than a hundredth. What no program looks at may have changed too. For that there are the release notes.`,
  gap: ' ',
  overview: 'Where the releases differ. A dot leads to its place.',
  topic: 'Topic',
  release: (release) => `Go ${release}`,
  compared: (go, beside) => `Go ${go} beside ${beside}`,
  notes: (release) => `Go’s own notes for ${release}`,
  nothing: 'The recorded programs show no difference.',
  what: 'what',
  some: (all) => `${all} lines changed; the first, the middle and the last of them:`,
  all: (all) => `All ${all} lines`,
  recorded: 'Recorded in',
};

const zh: ChangesWords = {
  title: '哪一版改了什么',
  question: '程序的内存看起来和从前不一样，是 Go 的哪一版改的？',
  description: (oldest) => `从 Go ${oldest} 起，每一版都与前一版对照：进程映射、堆的增长、size class、goroutine、堆目标、逃逸判定。全部实测，附录制文件。`,
  method: (machine) => `同样的几个小程序，用每一版各编译一次，在 ${machine.join('、')} 上问同样的问题。相邻两版答得不同的，就写在这里；每次运行都会浮动的数，变化超过百分之一才算。这些程序看不到的地方也可能变了，那要看官方的发布说明。`,
  gap: '',
  overview: '各版的不同之处，点圆点就到。',
  topic: '主题',
  release: (release) => `Go ${release}`,
  compared: (go, beside) => `Go ${go} 对照 ${beside}`,
  notes: (release) => `官方的 ${release} 发布说明`,
  nothing: '录制的程序看不出差别。',
  what: '项目',
  some: (all) => `变了 ${all} 行，先看第一行、中间一行和最后一行：`,
  all: (all) => `全部 ${all} 行`,
  recorded: '录自',
};

export const changesWords: Readonly<Record<Locale, ChangesWords>> = { en, zh };

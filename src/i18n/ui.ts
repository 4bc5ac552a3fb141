import type { Locale } from './locales.ts';

/** Every word of the interface, in one language. A key missing in one of them does not compile. */
export interface Ui {
  readonly bookTitle: string;
  /** The title where room is short: the header, the tab. */
  readonly bookShort: string;
  /** The title's two halves, as the landing page sets them. */
  readonly bookHalves: readonly [string, string];
  /** What makes the book unlike other texts, in a sentence. */
  readonly bookTagline: string;
  readonly bookCredo: string;
  readonly contents: string;
  readonly onThisPage: string;
  readonly part: (number: string) => string;
  readonly coming: string;
  readonly wasRead: string;
  readonly keeps: string;
  readonly forget: string;
  /** Pages for the reader's own data. */
  readonly tools: string;
  readonly start: (chapter: string) => string;
  readonly skip: string;
  readonly readHere: string;

  readonly theme: string;
  readonly themeAuto: string;
  readonly themeLight: string;
  readonly themeDark: string;

  readonly search: string;
  readonly searchHint: string;
  readonly searchKeys: string;
  readonly searchFound: (count: number) => string;
  readonly searchNone: (query: string) => string;
  readonly searchFailed: string;
  readonly close: string;

  readonly previous: string;
  readonly next: string;
  readonly edit: string;
  readonly published: string;
  readonly updated: string;
  readonly verifiedWith: (release: string) => string;
  readonly readingTime: (minutes: number) => string;
  readonly lagging: string;
  readonly laggingLink: string;

  readonly feed: string;
  readonly glossary: string;
  readonly glossaryIntro: string;
  readonly myths: string;
  readonly mythsIntro: string;
  readonly sourceCode: string;
  readonly licence: string;

  readonly notFound: string;
  readonly notFoundText: string;
  readonly toContents: string;

  readonly source: string;
  readonly since: (release: string) => string;
  readonly aside: string;
  readonly tableScrolls: string;
  readonly mythSaid: string;
  readonly mythSince: (release: string) => string;
  readonly mythNever: string;
  readonly predict: string;
  readonly predictCommit: string;
  readonly predictSkip: string;
  readonly predictAnswer: string;
  readonly predictSaid: (guess: string) => string;
  readonly predictOff: (factor: string) => string;
  readonly predictFar: string;
  readonly predictRight: string;
  /** Of what is not one number. */
  readonly predictRefused: string;
}

const en: Ui = {
  bookTitle: 'Go Runtime Design: Managing Memory',
  bookShort: 'Go Runtime Design',
  bookHalves: ['Go Runtime Design', 'Managing Memory'],
  bookTagline: 'Where a Go program’s memory goes, shown in figures that run. Each number in the text is computed by one of them, read from a recording of the real thing, or cited.',
  bookCredo:
    'Nothing here is drawn by hand: the figures are small simulations. Some imitate Go, the kernel or a real allocator, and are tested against recordings or the source of it; others model an idea alone.',
  contents: 'Contents',
  onThisPage: 'On this page',
  part: (number) => `Part ${number}`,
  coming: 'coming',
  wasRead: 'read',
  keeps: 'Chapters read and your guesses are kept on this machine alone.',
  forget: 'Forget them',
  tools: 'Tools',
  start: (chapter) => `Start reading: ${chapter}`,
  skip: 'Skip to the text',
  readHere: 'Read in English',

  theme: 'Theme',
  themeAuto: 'Auto',
  themeLight: 'Light',
  themeDark: 'Dark',

  search: 'Search',
  searchHint: 'Search the book',
  searchKeys: '↑ ↓ to choose, Enter to open, Esc to close',
  searchFound: (count) => (count === 1 ? '1 place' : `${count} places`),
  searchNone: (query) => `Nothing about “${query}” yet.`,
  searchFailed: 'The search index did not load. It exists in the built book only (npm start); on the web, try again when you are online.',
  close: 'Close',

  previous: 'Previous',
  next: 'Next',
  edit: 'Edit this page',
  published: 'Published',
  updated: 'Updated',
  verifiedWith: (release) => `Verified with Go ${release}`,
  readingTime: (minutes) => `${minutes} min read`,
  lagging: 'The Chinese text has changed since this one was written, and may say more.',
  laggingLink: 'Read it in Chinese',

  feed: 'RSS',
  glossary: 'Glossary',
  glossaryIntro: 'The book’s terms in both languages, each with one sentence.',
  myths: 'Myths',
  mythsIntro: 'What other texts say about Go’s memory, and what was measured instead.',
  sourceCode: 'Source',
  licence: 'Text CC BY 4.0, code MIT',

  notFound: 'No page lives at this address',
  notFoundText: 'The kernel would send SIGSEGV. We send you to the contents.',
  toContents: 'Contents',

  source: 'Source',
  since: (release) => `since Go ${release}`,
  aside: 'Aside',
  tableScrolls: 'Table; scrolls sideways',
  mythSaid: 'Older texts say',
  mythSince: (release) => `Not since ${release}`,
  mythNever: 'It was never so',
  predict: 'Before you read on',
  predictCommit: 'That is my guess',
  predictSkip: 'Show me without a guess',
  predictAnswer: 'The answer',
  predictSaid: (guess) => `You said ${guess}.`,
  predictOff: (factor) => `Off by a factor of ${factor}.`,
  predictFar: 'Off by more than a factor of a million.',
  predictRight: 'Right.',
  predictRefused: 'Write one number, such as 8, 0.5 or 2e9. A unit may follow it.',
};

const zh: Ui = {
  bookTitle: 'Go Runtime 设计：存储资源管理',
  bookShort: 'Go Runtime 设计',
  bookHalves: ['Go Runtime 设计', '存储资源管理'],
  bookTagline: 'Go 程序的内存去了哪里？这本书用能运行的图来回答；正文里的每个数字，或由图算出，或读自对真实系统的记录，或注明出处。',
  bookCredo: '书里没有手画的示意图，每张图都是一个小模拟器。有的模仿 Go、内核或真实的分配器，测试时拿记录或源码来核对；有的只演示一个想法，不模仿谁。',
  contents: '目录',
  onThisPage: '本页内容',
  part: (number) => `第 ${number} 部分`,
  coming: '待写',
  wasRead: '已读',
  keeps: '读过的章节和你的猜测只存在这台机器上。',
  forget: '清除',
  tools: '工具',
  start: (chapter) => `开始阅读：${chapter}`,
  skip: '跳到正文',
  readHere: '阅读中文版',

  theme: '主题',
  themeAuto: '自动',
  themeLight: '浅色',
  themeDark: '深色',

  search: '搜索',
  searchHint: '搜索全书',
  searchKeys: '↑ ↓ 选择，Enter 打开，Esc 关闭',
  searchFound: (count) => `${count} 处`,
  searchNone: (query) => `书里还没有讲到“${query}”。`,
  searchFailed: '搜索索引没有加载成功。只有构建好的书（npm start）才有索引；如果你在线上阅读，请联网后再试。',
  close: '关闭',

  previous: '上一章',
  next: '下一章',
  edit: '修改本页',
  published: '发表于',
  updated: '更新于',
  verifiedWith: (release) => `已用 Go ${release} 验证`,
  readingTime: (minutes) => `阅读约 ${minutes} 分钟`,
  lagging: '本页写成之后，英文版又有改动，内容可能更新。',
  laggingLink: '去读英文版',

  feed: 'RSS',
  glossary: '术语表',
  glossaryIntro: '书中术语的中英对照，每条一句话。',
  myths: '误解',
  mythsIntro: '关于 Go 内存，别处常见的说法，以及实测的结果。',
  sourceCode: '源码',
  licence: '文字 CC BY 4.0，代码 MIT',

  notFound: '这个地址上没有页',
  notFoundText: '换作内核，会发来 SIGSEGV；我们只请你回到目录。',
  toContents: '回到目录',

  source: '出处',
  since: (release) => `Go ${release} 起`,
  aside: '旁注',
  tableScrolls: '表格，可左右滚动',
  mythSaid: '旧资料说',
  mythSince: (release) => `${release} 起已不成立`,
  mythNever: '从来不是这样',
  predict: '先别往下读',
  predictCommit: '我猜是这个数',
  predictSkip: '不猜了，直接看',
  predictAnswer: '答案',
  predictSaid: (guess) => `你猜的是 ${guess}。`,
  predictOff: (factor) => `差了 ${factor} 倍。`,
  predictFar: '差了不止一百万倍。',
  predictRight: '猜对了。',
  predictRefused: '请写一个数，例如 8、0.5 或 2e9，后面可以带单位。',
};

const ui: Record<Locale, Ui> = { en, zh };

/** The interface in that language. */
export const t = (locale: Locale): Ui => ui[locale];

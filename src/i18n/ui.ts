import type { Locale } from './locales.ts';

/** Every word of the interface, in one language. A key missing in one of them does not compile. */
export interface Ui {
  readonly bookTitle: string;
  readonly bookTagline: string;
  readonly contents: string;
  readonly onThisPage: string;
  readonly part: (number: string) => string;
  readonly coming: string;
  readonly skip: string;
  readonly theme: string;
  readonly themeAuto: string;
  readonly themeLight: string;
  readonly themeDark: string;
  readonly search: string;
  readonly previous: string;
  readonly next: string;
  readonly edit: string;
  readonly published: string;
  readonly updated: string;
  readonly verifiedWith: (release: string) => string;
  readonly readingTime: (minutes: number) => string;
  readonly lagging: string;
  readonly feed: string;
}

const en: Ui = {
  bookTitle: 'Go Runtime Design: Managing Memory',
  bookTagline: 'A book about memory in Go whose figures run, and are checked against the real runtime in every test.',
  contents: 'Contents',
  onThisPage: 'On this page',
  part: (number) => `Part ${number}`,
  coming: 'coming',
  skip: 'Skip to the text',
  theme: 'Theme',
  themeAuto: 'Auto',
  themeLight: 'Light',
  themeDark: 'Dark',
  search: 'Search',
  previous: 'Previous',
  next: 'Next',
  edit: 'Edit this page',
  published: 'Published',
  updated: 'Updated',
  verifiedWith: (release) => `Verified with Go ${release}`,
  readingTime: (minutes) => `${minutes} min`,
  lagging: 'The Chinese text has changed since this page was written.',
  feed: 'Feed',
};

const zh: Ui = {
  bookTitle: 'Go Runtime 设计：存储资源管理',
  bookTagline: '一本讲 Go 内存的书：书里的图都能跑，每次测试都拿真正的运行时核对。',
  contents: '目录',
  onThisPage: '本页内容',
  part: (number) => `第 ${number} 部分`,
  coming: '待写',
  skip: '跳到正文',
  theme: '主题',
  themeAuto: '自动',
  themeLight: '浅色',
  themeDark: '深色',
  search: '搜索',
  previous: '上一章',
  next: '下一章',
  edit: '修改本页',
  published: '发表于',
  updated: '更新于',
  verifiedWith: (release) => `已用 Go ${release} 验证`,
  readingTime: (minutes) => `约 ${minutes} 分钟`,
  lagging: '英文版在本页之后有改动。',
  feed: '订阅',
};

const ui: Record<Locale, Ui> = { en, zh };

/** The interface in that language. */
export const t = (locale: Locale): Ui => ui[locale];

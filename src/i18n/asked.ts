import type { Locale } from './locales.ts';

/** Words around questions and their answers. */
export interface AskedWords {
  readonly title: (count: number) => string;
  /** At the end of a chapter: how many questions it answers. */
  readonly here: (count: number) => string;
  readonly all: string;
  /** What to type to find one. */
  readonly find: string;
  /** How many of them a query leaves; `%` stands for that number. */
  readonly kept: (count: number) => string;
  readonly explained: string;
  readonly shown: string;
  readonly where: string;
}

export const askedWords: Readonly<Record<Locale, AskedWords>> = {
  en: {
    title: (count) => `${count} questions`,
    here: (count) => (count === 1 ? 'A question about this, with a short answer' : `${count} questions about this, with short answers`),
    all: 'All questions',
    find: 'Words of your question',
    kept: (count) => `% of ${count} questions`,
    explained: 'Explained in',
    shown: 'Shown by',
    where: 'Asked in',
  },
  zh: {
    title: (count) => `${count} 个问题`,
    here: (count) => `关于这一章的 ${count} 个问题和简短回答`,
    all: '全部问题',
    find: '输入问题里的词',
    kept: (count) => `${count} 个问题里的 % 个`,
    explained: '详见',
    shown: '看图',
    where: '提问处',
  },
};

import type { Locale } from './locales.ts';

/** Words of the pages that show figures alone. */
export interface FigureWords {
  readonly title: string;
  readonly intro: string;
  /** Figures that no chapter shows. */
  readonly more: string;
  /** Before the chapter a figure is from. */
  readonly from: string;
  /** Behind it. */
  readonly end: string;
  readonly all: string;
  /** Beneath a figure on somebody else's page. */
  readonly of: (book: string) => string;
}

export const figureWords: Readonly<Record<Locale, FigureWords>> = {
  en: {
    title: 'All figures',
    intro: 'Each of them runs, has a page to send to somebody, and can be put on a page of your own.',
    more: 'Beside the chapters',
    from: 'From chapter',
    end: '. ',
    all: 'All figures',
    of: (book) => `From ${book}`,
  },
  zh: {
    title: '全部图',
    intro: '每张图都能运行，有单独的页面可以发给别人，也可以放进你自己的页面。',
    more: '正文之外',
    from: '出自',
    end: '。',
    all: '全部图',
    of: (book) => `出自《${book}》`,
  },
};

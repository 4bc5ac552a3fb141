import type { Locale } from './locales.ts';

/** The words of the page of licences. */
export interface LicencesWords {
  readonly title: string;
  readonly description: string;
  readonly own: string;
  readonly others: string;
  readonly text: string;
  readonly code: string;
}

export const licencesWords: Readonly<Record<Locale, LicencesWords>> = {
  en: {
    title: 'Licences',
    description: 'What you may do with this book, and whose work it carries.',
    own: 'This book',
    others: 'What it carries of others',
    text: 'The text, and the sentences of its figures: CC BY 4.0',
    code: 'The code: MIT',
  },
  zh: {
    title: '许可',
    description: '你可以怎样使用这本书，书里又带着谁的作品。',
    own: '本书',
    others: '书里带着的他人作品',
    text: '文字，以及图中的句子：CC BY 4.0',
    code: '代码：MIT',
  },
};

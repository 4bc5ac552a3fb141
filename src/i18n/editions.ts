import type { Locale } from './locales.ts';

/** Words of the book as one file. */
export interface EditionWords {
  /** Before the links on the contents page. */
  readonly offer: string;
  /** One of them: `PDF, 12.3 MB`. */
  readonly file: (kind: string, megabytes: string) => string;
  readonly author: string;
  readonly cover: string;
  readonly imprint: string;
  /** Where the figures run; `address` is that of the book on the web, if it has one. */
  readonly runs: (address: string | undefined) => string;
  readonly sources: string;
  readonly backTo: (number: number) => string;
  /** For listeners: what the file gives them. */
  readonly access: string;
}

export const editionWords: Readonly<Record<Locale, EditionWords>> = {
  en: {
    offer: 'The whole book as a file:',
    file: (kind, megabytes) => `${kind}, ${megabytes} MB`,
    author: 'The authors of Go Runtime Design',
    cover: 'Cover',
    imprint: 'About this edition',
    runs: (address) => `In this edition the figures stand still, and what each of them tells is written beneath it. They run ${address === undefined ? 'where the book is read in a browser.' : `at ${address}`}`,
    sources: 'Sources',
    backTo: (number) => `Back to where source ${number} is referred to`,
    access: 'Every figure is followed by its whole run in words. Formulas are MathML. Colour never says anything alone.',
  },
  zh: {
    offer: '整本书的文件：',
    file: (kind, megabytes) => `${kind}（${megabytes} MB）`,
    author: '《Go Runtime 设计》作者',
    cover: '封面',
    imprint: '关于这一版',
    runs: (address) => `这一版里的图是静止的，每张图讲了什么，都写在图的下面。要看它们动起来，${address === undefined ? '请在浏览器里读这本书。' : `请到 ${address}`}`,
    sources: '出处',
    backTo: (number) => `回到引用出处 ${number} 的地方`,
    access: '每张图后面都有整个过程的文字说明。公式是 MathML。没有只靠颜色传达的内容。',
  },
};

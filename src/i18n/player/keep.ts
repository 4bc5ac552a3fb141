import type { Locale } from '../locales.ts';

/** What the player says when a reader takes a figure along: loaded only then. */
export interface KeepWords { readonly embed: string; readonly embedded: string; readonly embedBlocked: string; readonly noPng: string; readonly licence: string }

export const keepWords: Readonly<Record<Locale, KeepWords>> = {
  en: {
    embed: 'Copy for your page',
    embedded: 'A frame with this figure is copied: HTML to put into a page of your own. If that page frames with sandbox, it needs allow-scripts and allow-same-origin.',
    embedBlocked: 'The browser would not copy. The HTML stands here:',
    noPng: 'This browser could not make a PNG of it. The SVG is the same drawing.',
    licence: 'Its words: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
  },
  zh: {
    embed: '复制嵌入代码',
    embedded: '嵌入这张图的 HTML 已复制，粘进你自己的页面就行。如果页面给 iframe 加了 sandbox，需要 allow-scripts 和 allow-same-origin。',
    embedBlocked: '浏览器不让复制，HTML 在这里：',
    noPng: '这个浏览器没能生成 PNG。SVG 是同一张图。',
    licence: '图中文字：CC BY 4.0，https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
  },
};

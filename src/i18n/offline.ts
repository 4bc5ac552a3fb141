import type { Locale } from './locales.ts';

/** Sentences about keeping the book; `%` stands for a share in percent. */
export interface OfflineWords { readonly keep: string; readonly keeping: string; readonly kept: string; readonly failed: string; readonly letGo: string; readonly gone: string; readonly newer: string; readonly reload: string; readonly later: string }

/** Keeping the whole book on the reader's machine. */
export const offlineWords: Readonly<Record<Locale, OfflineWords>> = {
  en: {
    keep: 'Keep the book for reading offline',
    keeping: 'Keeping the book: % %…',
    kept: 'This book is kept here for reading offline.',
    failed: 'The book could not be kept. Check the connection and the room on this machine, and try again.',
    letGo: 'Delete it',
    gone: 'The book is no longer kept here.',
    newer: 'A newer edition of this book is here.',
    reload: 'Read it',
    later: 'Not now',
  },
  zh: {
    keep: '整本书存下来离线读',
    keeping: '正在存：%%……',
    kept: '整本书已存在这台机器上，可以离线读。',
    failed: '没能存下来。检查一下网络和这台机器的空间，再试一次。',
    letGo: '删除',
    gone: '这台机器上不再存有这本书。',
    newer: '这本书有了新版。',
    reload: '读新版',
    later: '以后再说',
  },
};

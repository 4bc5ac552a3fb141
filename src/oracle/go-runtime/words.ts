/** What the reader is told about the live runtime itself, in both languages. */
import type { Renewal } from '../go-runtime.ts';
import type { LoadFailure } from './load.ts';

export interface RuntimeWords {
  readonly loading: (received: string, total: string | undefined) => string;
  readonly renewed: Readonly<Record<Renewal['reason'], string>>;
  readonly failed: Readonly<Record<LoadFailure, string>>;
}

export const runtimeWords: Readonly<Record<'en' | 'zh', RuntimeWords>> = {
  en: {
    loading: (received, total) => (total ? `Loading the real Go runtime: ${received} of ${total}.` : `Loading the real Go runtime: ${received}.`),
    renewed: {
      full: 'The real runtime had used its 200 MB. It was started again, empty: WebAssembly memory never shrinks.',
      trapped: 'The real runtime stopped. It was started again, empty; that it could stop is our fault.',
    },
    failed: {
      'refused': 'The real Go runtime could not be downloaded. The figure goes on without it.',
      'damaged': 'What was downloaded is not the Go runtime this book was built with. Load it again.',
      'no worker': 'This browser starts no Worker here, and the real Go runtime needs one.',
    },
  },
  zh: {
    loading: (received, total) => (total ? `正在加载真正的 Go Runtime：${received} / ${total}。` : `正在加载真正的 Go Runtime：${received}。`),
    renewed: {
      full: '真正的 Runtime 用满了 200 MB，已重新启动，内容清空：WebAssembly 的内存只增不减。',
      trapped: '真正的 Runtime 停止了，已重新启动，内容清空。它本不该停，这是我们的错。',
    },
    failed: {
      'refused': '下载不到真正的 Go Runtime，图示在没有它的情况下继续。',
      'damaged': '下载到的文件不是本书构建时用的 Go Runtime，请重新加载。',
      'no worker': '浏览器在这里无法启动 Worker，而真正的 Go Runtime 需要它。',
    },
  },
};

import { formatNumber } from '../i18n/quantity.ts';

/** 堆程序读不懂时说的话，所有收这种程序的图共用。 */
export const heapErrors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> = {
  line: ({ text }) => `看不懂“${text}”。可以写 a = malloc 40、b = calloc 16、realloc a 100 或 free a。`,
  name: ({ text }) => `“${text}”不能当名字：只能用字母、数字和 _，字母开头。`,
  freed: ({ text }) => `${text} 已经释放过了。`,
  unknown: ({ text }) => `还没有叫 ${text} 的对象。`,
  id: ({ text, most }) => `“${text}”不是编号：要写整数，最大 ${formatNumber(Number(most))}。`,
  size: ({ text }) => `“${text}”不是大小：要写整数个字节，最多 1 TiB。`,
  long: ({ most }) => `程序最多 ${formatNumber(Number(most))} 行。`,
  budget: () => '这次调用的步骤太多，画不完。',
};

export const heapHelp = '一行一个调用：a = malloc 40、b = calloc 16、realloc a 100、free a。也可以直接贴 trace 里的行（a 0 40、f 0）。# 开头是注释。';

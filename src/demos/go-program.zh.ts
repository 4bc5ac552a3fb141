import { formatNumber } from '../i18n/quantity.ts';

/** What is said of a program in a little Go that cannot be read. */
export const goErrors = {
  expected: ({ wanted, found }) => `这里应当是 ${wanted}，却是 ${found}。`,
  name: ({ found }) => `这里应当是一个名字，却是 ${found}。`,
  number: ({ found }) => `这里应当是一个整数，却是 ${found}。`,
  large: ({ found, most }) => `${found} 太大，这张图最多收 ${formatNumber(Number(most))}。`,
  never: () => '这个循环一次也不执行。',
  unknown: ({ name }) => `还没有变量 ${name}。先写 ${name} := new(int)`,
  type: ({ name }) => `这里不认识类型 ${name}。可以用 Go 自带的类型、数组、切片、map、指针和 struct。`,
  allocation: ({ found }) => `这里应当是 new(T) 或 make([]T, n)，却是 ${found}。`,
  size: ({ size, most }) => `这有 ${formatNumber(Number(size))} 字节；这张图收 1 到 ${formatNumber(Number(most))}。`,
  'no pointers': ({ name }) => `${name} 里没有指针，放不进别的对象。`,
  names: ({ most }) => `一个程序最多有 ${most} 个变量。`,
  long: ({ most }) => `一个程序最多有 ${formatNumber(Number(most))} 条语句。`,
  own: ({ most }) => `各不相同的语句最多 ${formatNumber(Number(most))} 条。不带变量的循环可以把同样的语句多说几遍。`,
  word: ({ word }) => `没有第 ${word} 个元素。`,
  empty: () => '这里有个变量已经什么都没拿着了。',
} satisfies Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>>;

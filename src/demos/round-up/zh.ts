import { formatNumber } from '../../i18n/quantity.ts';
import type { RoundUpWords } from './words.ts';

const bytes = (size: number): string => `${formatNumber(size)} 字节`;

const words: RoundUpWords = {
  title: '向上取整',
  caption: '你要的是大小，Go 给的是格子。深色部分归你，轮廓里剩下的谁也用不上。',
  handling: '点“核对”，真正的 Go 运行时就在这个页面里回答同样的问题。',
  controls: {},
  choices: {},
  presets: { surprises: '出人意料的大小', edges: '分界线两边', slices: '指针切片怎么长大' },
  kinds: { zero: '什么都没要', tiny: '合用格子', header: '加上头部', class: 'size class', large: '整页' },
  events: {
    zero: () => '什么都没要，也就什么都不分配。',
    tiny: ({ size, slot }) => `${bytes(size)}、不含指针，算微小对象：和别人合用一个 ${bytes(slot)}的格子。`,
    header: ({ size, header }) => `${bytes(size)}、含指针：超过 512 字节，对象前面要放 ${bytes(header)}的类型信息。`,
    class: ({ size, class: index, slot, perSpan }) => `${bytes(size)}取放得下的最小一级：第 ${index} 级，格子 ${bytes(slot)}，一个 span 有 ${formatNumber(perSpan)} 格。`,
    large: ({ size, npages, slot }) => `${bytes(size)}是大对象：${npages} 个 8 KiB 的页，共 ${bytes(slot)}，独占一个 span。`,
  },
  op: ({ size, pointers }) => `下一步：要 ${bytes(size)}，${pointers ? '含' : '不含'}指针。`,
  answer: ({ size }, { slot }) => `要了 ${bytes(size)}，占了 ${bytes(slot)}。`,
  end: '占的总是一整个格子，或者整页。',
  errors: {
    size: ({ size, most }) => `这张图不收 ${formatNumber(Number(size))}：大小要在 1 到 ${formatNumber(Number(most))} 字节之间。`,
    words: ({ size }) => `含指针的内存以 8 字节为单位，${size} 不是 8 的倍数。`,
    line: ({ text }) => `看不懂“${text}”。写一个大小，含指针就在后面加 pointers，例如 1024 pointers。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: '一行一个请求：字节数，含指针就在后面加 pointers。# 开头是注释。',
  asked: (size, pointers) => `${size}${pointers ? '，含指针' : ''}`,
  wasted: (share) => `${share} 没用上`,
  total: '合计',
  nothing: '还没有请求',
};
export default words;

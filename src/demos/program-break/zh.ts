import { formatAddress, formatBytes } from '../../i18n/quantity.ts';
import type { BreakWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const signed = (size: number): string => (size < 0 ? `还回 ${bytes(-size)}` : `要 ${bytes(size)}`);

const words: BreakWords = {
  title: 'program break：一根指针的堆',
  caption: 'Unix 最早的堆只是一根指针。往上挪一个字节，内核就映射一整页；glibc 一次挪 132 KiB。',
  controls: {},
  choices: {},
  presets: { malloc: 'malloc(1) 做了什么', recorded: '在 Linux 上录下的一串调用' },
  kinds: { move: '指针移动', map: '映射新页', unmap: '解除映射', refuse: '内核拒绝' },
  events: {
    move: ({ from, to }) => `break 从 ${formatAddress(from)} 移到 ${formatAddress(to)}。`,
    map: ({ addr, size }) => `内核在 ${formatAddress(addr)} 映射 ${bytes(size)}：只按整页给。`,
    unmap: ({ addr, size }) => `内核收回 ${formatAddress(addr)} 处的 ${bytes(size)}：这里一页都用不上了。`,
    refuse: ({ size }) => `内核拒绝给 ${bytes(size)}：没有这么大的地方。`,
  },
  op: ({ size }) => (size === 0 ? '下一步，程序问 break 在哪里。' : `下一步，程序${signed(size)}。`),
  answer: (_op, answer) => (answer === null ? '回答：没有内存。' : `回答：${formatAddress(answer)}，即原来的 break。`),
  end: 'break 按字节挪，内核按页映射。',
  errors: {
    size: ({ size }) => `sbrk 的参数要是整数个字节，${size} 不行。`,
    line: ({ text }) => `看不懂“${text}”。一行写一个调用，例如 sbrk 4096。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
  },
  help: '一行一个调用：sbrk 加字节数，负数表示还回。# 开头是注释。',
  page: (addr, used) => `页 ${addr}：${used ? '在 break 之下' : '已映射，在 break 之上'}`,
  counters: { asked: '要了', mapped: '映射了' },
  rules: { asked: 'break 减去起点，精确到字节', mapped: '向上取整到整页' },
  brk: 'break',
  bytes,
};
export default words;

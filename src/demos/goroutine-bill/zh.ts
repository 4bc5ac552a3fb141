import { closureBytes, gBytes, sudogBytes } from '../../engine/go/stack/goroutine-costs.ts';
import { mostGoroutines, type Bill } from '../../engine/go/stack/goroutine-bill.ts';
import { fixedStack } from '../../engine/go/stack/sizes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { BillWords } from './words.ts';

const mb = (bytes: number): string => `${formatNumber(bytes / 1e6, 1)} MB`;
const stacks = ({ stacks: living, deadStacks }: Bill): string => mb(living + deadStacks);
const heap = ({ gs, allgs, sudogs, garbage }: Bill): string => mb(gs + allgs + sudogs + garbage);

const words: BillWords = {
  title: 'goroutine 的账单',
  caption: `等着的 goroutine 每个要 ${formatNumber(fixedStack)} 字节的栈、${gBytes} 字节的 g、${sudogBytes} 字节的 sudog。下一次垃圾回收收走栈，g 永远留着，给以后的 goroutine 用。`,
  controls: {},
  choices: {},
  presets: { bill: '十万个', recorded: '十万个，照录制', again: '两万个，来两次', deep: '两千个，个个走得深' },
  kinds: { go: '启动 goroutine', end: '全部结束', collect: '垃圾回收', free: '归还内存' },
  events: {
    go: ({ bill }) => `${formatNumber(bill.goroutines)} 个 goroutine 在等：栈 ${stacks(bill)}，堆里 ${heap(bill)}。`,
    end: ({ bill }) => `全部结束了。${bill.kept > 0 ? `它们的栈（${mb(bill.deadStacks)}）跟着死掉的 g 留下。` : '栈不是起始大小，当场就释放了。'}等待用的 sudog 和交给 go 的东西成了垃圾。`,
    collect: ({ bill }) => `垃圾回收收走死 g 的栈，只剩 P 手边那些所在的 ${mb(bill.deadStacks)}。g 都留着：${mb(bill.gs)}。另有 ${mb(bill.idle)} 没有主人，还在内存里。`,
    free: ({ bill }) => `debug.FreeOSMemory 归还没有主人的内存。留下的是 g 和记录它们的表：${mb(bill.gs + bill.allgs)}。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'go': return `下一步：启动 ${formatNumber(op.count)} 个 goroutine，${op.bytes > 0 ? `每个走到 ${formatNumber(op.bytes)} 字节深，` : ''}然后等 channel。`;
      case 'end': return '下一步：关掉 channel，它们全部结束。';
      case 'collect': return '下一步：一次垃圾回收。';
      case 'free': return '下一步：debug.FreeOSMemory。';
    }
  },
  answer: (_op, { stackInuse, heapAlloc }) => `栈 ${mb(stackInuse)}，堆里 ${mb(heapAlloc)}。`,
  end: '栈还给堆，g 留给以后的 goroutine。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写 ${examples.join('，或者 ')}。`,
    many: ({ most }) => `一个程序可以启动 1 到 ${formatNumber(Number(most ?? mostGoroutines))} 个 goroutine。`,
    deep: ({ least, most }) => `一个 goroutine 可以走到 ${formatNumber(Number(least))} 到 ${formatNumber(Number(most))} 字节深。`,
    long: ({ most }) => `程序最多 ${formatNumber(Number(most))} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一个操作：${examples.join(' · ')}。第二种让每个 goroutine 走到那么多字节深。gc 就是 runtime.GC()，free 就是 debug.FreeOSMemory()。算的是比一个小程序多出来的；只有一个 P。# 开头是注释。`,
  guess: { title: '先猜账单', ask: ({ do: what }) => `${what === 'go' ? '它们等着的时候' : what === 'end' ? '全部结束以后' : '垃圾回收以后'}，栈有多少字节，堆里有多少字节？`, unread: (text) => `“${text.slice(0, 20)}”不是两个数。写成 栈的字节 + 堆里的字节。` },
  after: { start: '开始', go: '都在等', end: '全部结束', collect: '垃圾回收以后', free: 'FreeOSMemory 以后' },
  parts: { stacks: '栈', deadStacks: '死 g 的栈', gs: 'g', allgs: '全部 g 的表', sudogs: 'sudog', garbage: '垃圾', idle: '没有主人，还在内存里' },
  total: (size) => `内存里 ${mb(size)}`,
  goroutines: (living, dead) => `活着 ${formatNumber(living)} 个，死 g ${formatNumber(dead)} 个`,
  amount: (size) => `${formatNumber(size)} 字节`,
  one: `每个（另有 ${closureBytes} 字节垃圾）`,
  each: (size) => `${formatNumber(size, 0)} 字节`,
};
export default words;

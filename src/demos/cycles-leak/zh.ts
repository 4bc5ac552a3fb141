import { objectErrors, objectHelp, step, told } from '../object-program.zh.ts';
import type { CycleWords } from './words.ts';

const words: CycleWords = {
  title: '数引用，圈会泄漏',
  caption: '每个对象旁边，是指着它的指针个数。没有变量通向这个圈，圈里的计数却都不是零，所以它留着。',
  handling: '自己画一张图：从一个对象拖到另一个，是画指针；点一下指针，是剪断；点同一个对象两下，是让变量指着它，或者放手。',
  controls: {},
  choices: {},
  presets: { ring: '一个圈', chain: '一条链', outside: '圈外有一个指针', tree: '孩子认得父亲' },
  kinds: { step: '一步', new: '创建对象', set: '写指针', hold: '变量指向对象', drop: '变量放手', collect: '收集' },
  events: {
    step: ({ step: event, name }) => step(event, name),
    new: ({ op }) => told(op), set: ({ op }) => told(op), hold: ({ op }) => told(op), drop: ({ op }) => told(op), collect: ({ op }) => told(op),
  },
  op: (op) => `下一步：${told(op)}`,
  answer: (op) => told(op),
  end: '',
  blank: '还没有写一行，所以一个对象也没有。',
  errors: {
    ...objectErrors,
    full: () => '没有地方放这个对象了。',
    many: ({ most }) => `这张图只放得下 ${most} 个对象。`,
  },
  help: objectHelp,
  variables: '变量',
  none: '没有',
  freed: '已释放',
  unreachable: '走不到',
  pointsTo: (targets) => `指向 ${targets}`,
  count: (count) => `计数 ${count}`,
  onTrial: '试删中',
  leaked: (names) => `泄漏：${names.join('、')}。`,
  add: '+ 对象',
  collect: '收集',
};
export default words;

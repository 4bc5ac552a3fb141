import { before, done, objectErrors, objectHelp, step } from '../object-program.en.ts';
import type { CycleWords } from './words.ts';

const words: CycleWords = {
  title: 'Cycles leak where pointers are counted',
  caption: 'At each object stands how many pointers lead to it. No variable leads to the ring, and no count in it is zero, so it stays.',
  handling: 'Draw a graph of your own: drag from one object to another, touch a pointer to cut it, touch an object twice to hold it by a variable or let it go.',
  controls: {},
  choices: {},
  presets: { ring: 'a ring', chain: 'a chain', outside: 'a ring with a pointer from outside', tree: 'children that know their parent' },
  kinds: { step: 'a step', new: 'an object is made', set: 'a pointer is written', hold: 'a variable takes hold', drop: 'a variable lets go', collect: 'a collection' },
  events: {
    step: ({ step: event, name }) => step(event, name),
    new: ({ op }) => done(op), set: ({ op }) => done(op), hold: ({ op }) => done(op), drop: ({ op }) => done(op), collect: ({ op }) => done(op),
  },
  op: before,
  answer: (op) => done(op),
  end: '',
  blank: 'Nothing is written yet, so there is no object.',
  errors: {
    ...objectErrors,
    full: () => 'There is no room for this object.',
    many: ({ most }) => `The board has places for ${most} objects.`,
  },
  help: objectHelp,
  variables: 'variables',
  none: 'none',
  freed: 'freed',
  unreachable: 'nothing leads here',
  pointsTo: (targets) => `points to ${targets}`,
  count: (count) => `count ${count}`,
  onTrial: 'on trial',
  leaked: (names) => `Leaked: ${names.join(', ')}.`,
  add: '+ object',
  collect: 'collect',
};
export default words;

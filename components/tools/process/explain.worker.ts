import { answering } from '../answering.ts';
import { Explaining } from './explaining.ts';
import type { Answers, Ask, Stage } from './reading.ts';

const explaining = new Explaining();

answering<Ask, Answers[Ask['do']], Stage>((ask, { note }) => {
  switch (ask.do) {
    case 'read': return explaining.read(ask.text, note);
    case 'list': return explaining.list(ask);
    case 'account': return explaining.account(ask.choice);
    case 'json': return new Blob([explaining.json()], { type: 'application/json' });
  }
});

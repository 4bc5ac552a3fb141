import { describe, expect, test } from 'vitest';
import { BoardMachine } from '../../engine/collectors/tricolor/board.ts';
import { boards, levels, proved, rules } from './boards.ts';
import { readMoves, write } from './notation.ts';

const machine = (level: (typeof levels)[number]): BoardMachine => new BoardMachine(boards[level], rules[level]);

describe.each(levels)('the level %s', (level) => {
  test('can be lost, or is proved over as many states as the page says', () => {
    const { loss, states } = machine(level).explore();
    expect(loss === undefined ? states : undefined).toBe(proved[level]);
  });
});

test('the first level is lost within four moves', () => {
  expect(machine('none').explore().loss!.steps.length).toBe(4);
});

test('what is written of a step is read as that step', () => {
  for (const level of levels) {
    const steps = machine(level).picture().steps;
    expect(readMoves(steps.map(write).join('\n')).ops).toEqual(steps);
  }
});

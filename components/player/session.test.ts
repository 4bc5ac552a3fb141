import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DemoId } from '../../src/demos/index.ts';
import { loadDemo } from '../../src/demos/index.ts';
import { onKey, type KeyPress } from './keys.ts';
import { setOption } from './options.ts';
import { Session } from './session.ts';

/** Milliseconds at speed 1 between pressing play and the first moment after it, and between two later ones. */
const [firstBeat, beat] = [200, 900];

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** A figure at its beginning. */
async function atItsStart(id: DemoId): Promise<Session> {
  const demo = await loadDemo(id);
  const session = new Session(demo, await demo.speak('en'), demo.input());
  session.scrub(0);
  return session;
}

/** A key pressed in the drawing; tells whether the page was kept from obeying it too. */
function press(session: Session, key: string, also: Partial<KeyPress> = {}): boolean {
  const preventDefault = vi.fn();
  onKey({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, preventDefault, ...also }, session);
  return preventDefault.mock.calls.length > 0;
}

test.each([0.5, 1, 2])('at %d× the speed a moment stands as much shorter; the first soon follows the press', async (speed) => {
  const session = await atItsStart('touch-a-page');
  session.speed.value = speed;
  session.play();
  for (const [stop, stands] of [firstBeat, beat, beat].entries()) {
    vi.advanceTimersByTime(stands / speed - 1);
    expect(session.at.value).toBe(stop);
    vi.advanceTimersByTime(1);
    expect(session.at.value).toBe(stop + 1);
  }
});

describe('by keys', () => {
  test('right and left go a stop on and back, and stop what plays', async () => {
    const session = await atItsStart('touch-a-page');
    for (const [key, at] of [['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['ArrowLeft', 0]] as const) {
      session.play();
      press(session, key);
      expect([key, session.at.value, session.playing.value]).toEqual([key, at, false]);
    }
  });

  test('End and Home go to both ends', async () => {
    const session = await atItsStart('touch-a-page');
    for (const [key, at] of [['End', session.stops.value.count - 1], ['Home', 0]] as const) {
      press(session, key);
      expect([key, session.at.value]).toEqual([key, at]);
    }
  });

  test('space starts, and stops where the figure stands', async () => {
    const session = await atItsStart('touch-a-page');
    press(session, ' ');
    vi.advanceTimersByTime(firstBeat + beat);
    press(session, ' ');
    vi.advanceTimersByTime(5 * beat);
    expect([session.playing.value, session.at.value]).toEqual([false, 2]);
  });

  test('what is not the figure’s is the browser’s', async () => {
    const session = await atItsStart('touch-a-page');
    expect(press(session, 'End', { shiftKey: true })).toBe(false);
    expect(press(session, 'Tab')).toBe(false);
    expect(session.at.value).toBe(0);
    expect(press(session, 'End')).toBe(true);
  });
});

test('an option that is set leaves the others as they were', async () => {
  const session = await atItsStart('summary-calculator');
  setOption(session, 'version', '1.21-');
  setOption(session, 'heap', 0xc0_0040_0000);
  expect(session.input.value.options).toMatchObject({ version: '1.21-', heap: 0xc0_0040_0000 });
});

import { Threads, type ThreadCount, type ThreadsPicture } from '../../engine/allocators/tcmalloc/threads.ts';
import { formatNumber, type Quantity } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import type { RowMark, Scenes } from '../scene.ts';
import { choices, controls, programOf, type Chosen } from './controls.ts';
import type { LockWords, Presets } from './words.ts';

const visits = ({ picture }: { readonly picture: ThreadsPicture }): Quantity => ({ value: total(picture.threads).visits, unit: 'count' });
const mostVisits = ({ picture }: { readonly picture: ThreadsPicture }): Quantity => ({ value: Math.max(...picture.threads.map((thread) => thread.visits)), unit: 'count' });

const recorded = (preset: Presets) => async () => (await import('./recorded.ts')).recordedThreads(preset);

export default defineDemo({
  controls,
  presets: {
    eight: { options: choices.eight, program: programOf, still: 'end' },
    one: { options: choices.one, program: programOf, still: { op: 0, moment: 2 } },
    handed: { options: choices.handed, program: programOf, still: 'end' },
    only: { options: choices.only, program: programOf, still: 'end' },
    large: { options: choices.large, program: programOf, still: 'end' },
  },
  machine: ({ threads, size }: Chosen) => new Threads(threads, Number(size)),
  view: 'rows',
  legend: [],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    calls: { preset: 'one', of: ({ picture }) => ({ value: total(picture.threads).calls, unit: 'count' }) },
    one: { preset: 'one', of: visits },
    eightEach: { preset: 'eight', of: mostVisits },
    handedEach: { preset: 'handed', of: mostVisits },
    onlyFrees: { preset: 'only', of: mostVisits },
    largeEach: { preset: 'large', of: mostVisits },
  },
  check: { eight: recorded('eight'), one: recorded('one'), handed: recorded('handed'), only: recorded('only'), large: recorded('large') },
});

const total = (threads: readonly ThreadCount[]): ThreadCount =>
  threads.reduce((sum, { calls, visits }) => ({ calls: sum.calls + calls, visits: sum.visits + visits }), { calls: 0, visits: 0 });

interface At { readonly event: { readonly thread: number } | undefined }

function draw({ threads }: ThreadsPicture, words: LockWords, { event }: At): Scenes['rows'] {
  const all = total(threads);
  const most = Math.max(1, ...threads.map(({ calls }) => calls));
  const one: RowMark = { ...rowOf('one', words.oneLock, { calls: all.calls, visits: all.calls }, all.calls, words, false), note: words.everyCall };
  const rows = [
    one,
    rowOf('together', words.together, all, all.calls, words, false),
    ...threads.map((thread, i) => ({ ...rowOf(`thread ${i}`, words.thread(i + 1), thread, most, words, event?.thread === i), note: words.calls(thread.calls) })),
  ];
  return { marks: rows, frame: {}, facts: rows.map(({ name, value, note }) => ({ label: name, value: `${value} · ${note}` })) };
}

/** An outline for the calls, filled as far as they went behind a lock. */
function rowOf(key: string, name: string, { calls, visits }: ThreadCount, scale: number, words: LockWords, now: boolean): RowMark {
  const share = calls / Math.max(1, scale);
  const portion = calls === 0 ? 0 : visits / calls;
  return { key, name, value: formatNumber(visits), note: words.share(`${formatNumber(100 * portion, 1)}%`), share, fill: share * portion, meaning: 'live', now };
}

import type { CDPSession, Page } from '@playwright/test';

/** An event of Chromium's trace: times in microseconds, `tdur` of the thread's own processor. */
interface Traced { readonly name: string; readonly pid: number; readonly tid: number; readonly ts: number; readonly dur?: number; readonly tdur?: number }

/** The dearest task of a page's main thread: milliseconds of processor, and during which of the things done. */
export interface Dearest { readonly ms: number; readonly during: string }

/** A task is one turn of a thread: its script, style, layout and painting together. What its promises lead to comes right after it, under a name of its own. Marks say which thread is the page's, and what was done. */
const categories = ['toplevel', 'blink.user_timing'];
const done = 'done: ';

/**
 * Does something to a page that calls what it was given whenever one thing is done, and returns the dearest task meanwhile. It is the
 * thread's own clock: while another process has the processor it stands, so that a loaded machine makes no task dearer.
 */
export async function dearestTask(page: Page, act: (tell: (name: string) => Promise<void>) => Promise<void>): Promise<Dearest> {
  const session = await page.context().newCDPSession(page);
  const traced: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => { traced.push(...value as unknown as Traced[]); });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories, excludedCategories: ['*'], recordMode: 'recordAsMuchAsPossible' } });
  await act((name) => page.evaluate((mark) => { performance.mark(mark); }, done + name));
  await end(session);
  await session.detach();
  return dearestOf(traced);
}

async function end(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
}

const isTurn = ({ name, tdur }: Traced): boolean => tdur !== undefined && (name.endsWith('RunTask') || name === 'BlinkScheduler_PerformMicrotaskCheckpoint');

function dearestOf(traced: readonly Traced[]): Dearest {
  const byTime = traced.toSorted((a, b) => a.ts - b.ts);
  const marks = byTime.filter(({ name }) => name.startsWith(done));
  const tasks = tasksIn(byTime.filter((each) => isTurn(each) && marks.some(({ pid, tid }) => each.pid === pid && each.tid === tid)));
  if (tasks.length < marks.length) throw new Error(`The trace has the processor time of ${tasks.length} tasks, and ${marks.length} things were done.`);
  const dearest = tasks.reduce((most, each) => (each.tdur > most.tdur ? each : most));
  return { ms: dearest.tdur / 1000, during: marks.find(({ ts }) => ts >= dearest.ts)?.name.slice(done.length) ?? 'the end' };
}

/** Each task with what came right after it, before the next: nothing else had its turn in between. What lies within a task counts with it already. */
function tasksIn(turns: readonly Traced[]): readonly { readonly ts: number; readonly tdur: number }[] {
  const tasks: { ts: number; end: number; tdur: number }[] = [];
  for (const { name, ts, dur = 0, tdur = 0 } of turns) {
    const last = tasks.at(-1);
    if (last !== undefined && ts < last.end) continue;
    if (last !== undefined && !name.endsWith('RunTask')) Object.assign(last, { end: ts + dur, tdur: last.tdur + tdur });
    else tasks.push({ ts, end: ts + dur, tdur });
  }
  return tasks;
}

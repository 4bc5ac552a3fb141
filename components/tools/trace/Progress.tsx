import { formatNumber } from '../../../src/i18n/quantity.ts';
import { issuesUrl } from '../../../src/i18n/project.ts';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import { Said } from '../../player/Said.tsx';
import type { Desk, Standing } from './desk.ts';
import type { TraceWords } from './words.ts';

interface Props { readonly desk: Desk; readonly operations: number; readonly words: TraceWords }

/** Stops what is going on. The button goes away, so the focus stays with what is said in its place. */
function stop(desk: Desk, button: HTMLElement): void {
  desk.stop();
  button.closest<HTMLElement>('.progresses')?.focus();
}

/** The allocators that are at work, were stopped or failed. */
export function Progress({ desk, operations, words }: Props) {
  const chosen = desk.chosen.value;
  return (
    <div class="progresses" tabIndex={-1}>
      {chosen.length === 0 && <p>{words.choose}</p>}
      {chosen.map((machine) => {
        const standing = desk.standings.value.get(machine);
        return standing && standing.is !== 'done' && <One key={machine} machine={machine} standing={standing} desk={desk} operations={operations} words={words} />;
      })}
    </div>
  );
}

function One({ machine, standing, desk, operations, words }: Props & { readonly machine: MachineName; readonly standing: Exclude<Standing, { is: 'done' }> }) {
  const name = words.machines[machine];
  switch (standing.is) {
    case 'stopped': return <p>{words.stopped(name)}</p>;
    case 'failed': return <p class="trouble" role="alert">{words.broke(name)} <a href={issuesUrl}>{issuesUrl.replace('https://', '')}</a></p>;
    case 'running': {
      const said = standing.done < operations ? words.running(name, formatNumber(standing.done), formatNumber(operations)) : words.looking(name);
      return (
        <p class="progress">
          <progress max={2 * operations} value={standing.done} aria-label={said} /> <Said text={said} />{' '}
          <button type="button" class="button" onClick={({ currentTarget }) => stop(desk, currentTarget)}>{words.stop(name)}</button>
        </p>
      );
    }
  }
}

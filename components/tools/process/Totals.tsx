import { useSignal } from '@preact/signals';
import type { What } from '../../../src/engine/memory/what.ts';
import { Said } from '../../player/Said.tsx';
import { untranslated } from '../../untranslated.ts';
import type { Explainer } from './explainer.ts';
import type { GroupTotal, MapReading } from './reading.ts';
import { groupRow, kindRow, totalsText, wholeRow, type TotalsRow } from './totals-text.ts';
import { Waiting } from './Waiting.tsx';
import type { ProcessWords } from './words.ts';

interface Props { readonly reading: MapReading; readonly explainer: Explainer; readonly words: ProcessWords; readonly onKind: (kind: What) => void }

/** How much there is of each kind, and what of it Go's own counters see. */
export function Totals({ reading, explainer, words, onKind }: Props) {
  const { groups, go } = reading;
  const isUnsure = groups.some(({ kinds }) => kinds.some(({ rssKiB }) => rssKiB && rssKiB.least !== rssKiB.most));
  return (
    <>
      <h3>{words.totals}</h3>
      <div class="table" role="region" tabIndex={0} aria-label={words.totals}>
        <table class="totals">
          <thead><tr><th scope="col">{words.columns.what}</th><th scope="col">{words.columns.virt}</th><th scope="col">{words.columns.rss}</th>{go.isGo && <th scope="col">{words.columns.counted}</th>}</tr></thead>
          {groups.map((group) => <GroupRows key={group.group} group={group} isGo={go.isGo} words={words} onKind={onKind} />)}
          <tfoot><Cells row={wholeRow(reading, words)} isGo={go.isGo} /></tfoot>
        </table>
      </div>
      {isUnsure && <p class="aside-note">{words.bounds}</p>}
      <Takings reading={reading} explainer={explainer} words={words} />
    </>
  );
}

function GroupRows({ group, isGo, words, onKind }: { readonly group: GroupTotal; readonly isGo: boolean; readonly words: ProcessWords; readonly onKind: (kind: What) => void }) {
  return (
    <tbody>
      <Cells row={groupRow(group, words)} isGo={isGo} class="group" />
      {group.kinds.map((kind) => <Cells key={kind.what} row={kindRow(kind, words)} isGo={isGo} class="kind" onPress={() => onKind(kind.what)} />)}
    </tbody>
  );
}

interface CellsProps { readonly row: TotalsRow; readonly isGo: boolean; readonly class?: string; readonly onPress?: () => void }

function Cells({ row, isGo, class: kind, onPress }: CellsProps) {
  return (
    <tr class={kind} data-counting={row.counting}>
      <th scope="row">{onPress ? <button type="button" class="quiet" onClick={onPress}>{row.name}</button> : row.name}{row.sure !== '' && <> <small>{row.sure}</small></>}</th>
      <td>{row.virt}</td>
      <td>{row.rss}</td>
      {isGo && <td>{row.counted}</td>}
    </tr>
  );
}

/** What the reader may take along: the table as text, the mappings as JSON. */
function Takings({ reading, explainer, words }: Omit<Props, 'onKind'>) {
  const said = useSignal('');
  const blocked = useSignal<string | undefined>(undefined);
  const copy = async (): Promise<void> => {
    const text = totalsText(reading, words);
    const failed = await navigator.clipboard.writeText(text).then(() => false, () => true);
    [said.value, blocked.value] = failed ? [words.copyBlocked, text] : [words.copied, undefined];
  };
  return (
    <div class="takings">
      <button type="button" class="button" onClick={() => void copy()}>{words.copy}</button>
      <button type="button" class="button" onClick={() => void save(explainer).catch(() => undefined /* another text was taken, or it was stopped */)}>{words.download}</button>
      <span role="status"><Said text={said.value} /></span>
      <Waiting waited={explainer.files} words={words} onStop={() => explainer.stop()} />
      {blocked.value !== undefined && <pre {...untranslated}>{blocked}</pre>}
    </div>
  );
}

async function save(explainer: Explainer): Promise<void> {
  const href = URL.createObjectURL(await explainer.json());
  Object.assign(document.createElement('a'), { href, download: 'process.json' }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

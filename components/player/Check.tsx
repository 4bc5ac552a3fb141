import { useState } from 'preact/hooks';
import { compare, type Compared } from '../../src/demos/compare.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import type { PartProps } from './More.tsx';

/** Asks the real thing the same questions and lays the answers side by side. */
export function Check({ session, words }: PartProps) {
  const [rows, setRows] = useState<readonly Compared[] | 'asking'>();
  const { preset, program } = session.input.value;
  if (program !== undefined || !session.demo.real(preset)) return null;
  const ask = async (): Promise<void> => {
    setRows('asking');
    setRows(await compare(session.demo, session.speaker, session.run));
  };
  return (
    <div class="check">
      <button type="button" data-act="check" onClick={() => void ask()}>{words.check}</button>
      <span role="status">{rows === 'asking' ? words.checking : rows ? verdict(rows, words) : ''}</span>
      {Array.isArray(rows) && <Answers rows={rows as readonly Compared[]} words={words} />}
    </div>
  );
}

function verdict(rows: readonly Compared[], words: PlayerWords): string {
  const wrong = rows.filter(({ agrees }) => !agrees).length;
  return wrong === 0 ? words.agree(rows.length) : words.differ(wrong, rows.length);
}

function Answers({ rows, words }: { readonly rows: readonly Compared[]; readonly words: PlayerWords }) {
  return (
    <table>
      <thead><tr><th scope="col">{words.ours}</th><th scope="col">{words.real}</th></tr></thead>
      <tbody>{rows.map(({ ours, real, agrees }, i) => <tr key={i} data-agrees={agrees}><td>{ours}</td><td>{agrees ? '=' : '≠'} {real}</td></tr>)}</tbody>
    </table>
  );
}

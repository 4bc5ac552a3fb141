import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../src/demos/compare.ts';
import type { Scene } from '../../src/demos/scene.ts';
import { untranslated } from '../untranslated.ts';
import type { PartProps } from './More.tsx';
import { canvas } from './reconcile.ts';
import { Said } from './Said.tsx';
import type { View, ViewProps } from './view.ts';

interface PartedProps extends PartProps { readonly found: Comparison; readonly view: View }

/** Where the answers first differ: our picture and the one with the real answers, side by side. */
export function Parted({ id, session, words, found: { rows, parting }, view }: PartedProps) {
  if (!parting?.real) return null;
  const { op, ours, real } = parting;
  const side = { view, onPick: session.seek.bind(session) };
  return (
    <figure class="parted">
      <figcaption><Said text={words.parted(op + 1)} /></figcaption>
      <div>
        <Side {...side} id={`${id}-ours`} title={words.ours} said={rows[op]!.ours} scene={ours} />
        <Side {...side} id={`${id}-real`} title={words.real} said={rows[op]!.real} scene={real} />
      </div>
    </figure>
  );
}

interface SideProps { readonly id: string; readonly title: string; readonly said: string; readonly scene: Scene; readonly view: View; readonly onPick: ViewProps['onPick'] }

function Side({ id, title, said, scene, view: Drawn, onPick }: SideProps) {
  const drawing = useMemo(() => canvas(scene), [scene]);
  return (
    <div class="side" {...untranslated}>
      <p id={id}><b>{title}</b> <Said text={said} /></p>
      <Drawn drawing={drawing} title={title} describedBy={id} onPick={onPick} />
    </div>
  );
}

import type { StacksFrame } from '../../src/demos/scene-stacks.ts';
import { percent } from './strip-places.ts';

/** Pixels: the line of its name, the tallest bar, a line for labels. */
const name = 22;
const tallest = 56;
const label = 14;
const floor = name + label + tallest;
export const historyHeight = floor + label + 6;

/** Bars of this share at least have their size written above; of narrower ones only the largest, and beneath them the first and the last. */
const wide = 0.12;

interface Props { readonly sizes: StacksFrame['history']; readonly name: string }

/** Every size a stack has had: each bar a step taller is twice as large. */
export function History({ sizes, name: title }: Props) {
  const width = Math.min(wide, 1 / sizes.length);
  const logs = sizes.map(({ size }) => Math.log2(size));
  const [least, most] = [Math.min(...logs) - 1, Math.max(...logs, Math.min(...logs) + 4)];
  const top = logs.indexOf(Math.max(...logs));
  const last = sizes.length - 1;
  return (
    <g class="history">
      <text class="rule" x="0" y="14">{title}</text>
      {sizes.map(({ by }, i) => {
        const height = ((logs[i]! - least) / (most - least)) * tallest;
        return (
          <g key={i} data-step={i} data-by={by}>
            <rect class={`by-${by}${i === last ? ' last' : ''}`} x={percent(i * width)} y={floor - height} height={height} style={{ width: `max(1px, calc(${percent(width)} - 2px))` }} />
            {(width === wide || i === top) && <text class="step-label" {...besideEdge(i * width, width)} y={floor - height - 4}>{sizes[i]!.label}</text>}
          </g>
        );
      })}
      {width < wide && top !== 0 && <text class="step-label" x="0" y={floor + 13}>{sizes[0]!.label}</text>}
      {width < wide && top !== last && <text class="step-label" x={percent(width * sizes.length)} y={floor + 13} text-anchor="end">{sizes[last]!.label}</text>}
    </g>
  );
}

/** A label begins where its bar does; near the right edge it ends there. */
const besideEdge = (left: number, width: number): { readonly x: string; readonly 'text-anchor': 'start' | 'end' } =>
  (left > 0.85 ? { x: percent(left + width), 'text-anchor': 'end' } : { x: percent(left), 'text-anchor': 'start' });

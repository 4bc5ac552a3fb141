import type { ChartFrame } from '../../src/demos/scene.ts';
import type { ChartGrip } from '../../src/demos/scene-grips.ts';
import type { Dial } from '../player/view.ts';
import { useGrips } from './grip-drag.ts';
import { stay } from './stay.ts';

/** Pixels: half of what a thumb needs, and what is drawn of it. */
const reach = 22;
const radius = 7;

interface Props {
  readonly frame: ChartFrame;
  readonly grips: readonly ChartGrip[];
  /** Pixels from the top for values of y, and percent for values of x. */
  readonly scales: { x(value: number): string; y(value: number): number };
  readonly dial: (name: string) => Dial;
  readonly hold: (most: number | undefined) => void;
}

/** The controls of a figure, to be dragged on its chart: sliders, for pointer, finger and keys. Hidden unless the page lives. */
export function Grips({ frame, grips, scales, dial, hold }: Props) {
  const drag = useGrips(frame, dial, hold);
  return (
    <g class="grips" visibility="hidden">
      {grips.map((grip) => {
        const { control: { min, max }, value } = dial(grip.control);
        return (
          <g key={grip.control} class="grip" data-grip={grip.control} style="cursor: ns-resize; user-select: none; -webkit-user-select: none" tabindex={0} role="slider" aria-orientation="vertical"
            aria-label={grip.name} aria-valuemin={min} aria-valuemax={max} aria-valuenow={value} aria-valuetext={grip.says}
            onTouchStart={stay} onPointerDown={(event) => drag.down(event, grip)} onPointerMove={drag.move} onPointerUp={drag.end} onPointerCancel={drag.end}
            onKeyDown={(event) => drag.key(event, grip)}>
            <Knob grip={grip} scales={scales} frame={frame} />
          </g>
        );
      })}
    </g>
  );
}

/** Left of this share of the plot, words centred on a knob would leave it. */
const leftmost = 0.16;

/** Arrowheads above and beneath a knob. Both point up where its value lies above the axis; none can point above off, which is struck through. */
const heads = { within: 'M-4 -11 L0 -15 L4 -11 M-4 11 L0 15 L4 11', beyond: 'M-4 -9 L0 -13 L4 -9 M-4 -13 L0 -17 L4 -13', off: 'M-4 11 L0 15 L4 11' };
const struck = <path class="struck" d="M-9 9 L9 -9" />;

const standingOf = (y: number, most: number): keyof typeof heads => (y === Infinity ? 'off' : y > most ? 'beyond' : 'within');

/** The name of a level stands to the left, so that it has room beside a gap's. What is off leads nowhere. */
function Knob({ grip: { kind, from, at, label }, scales, frame }: { readonly grip: ChartGrip; readonly scales: Props['scales']; readonly frame: ChartFrame }) {
  const [x, y] = [scales.x(at[0]), scales.y(at[1])];
  const level = kind === 'level';
  const anchor = level ? 'end' : at[0] < leftmost * frame.x.most ? 'start' : 'middle';
  const standing = standingOf(at[1], frame.y.most);
  return (
    <>
      {!level && standing !== 'off' && <line x1={scales.x(from[0])} y1={scales.y(from[1])} x2={x} y2={y} />}
      <svg x={x} y={y} overflow="visible" data-standing={standing}>
        <path d={heads[standing]} transform={kind === 'slope' ? 'rotate(-45)' : undefined} />
        <circle class="knob" r={radius} />
        {standing === 'off' && struck}
        <text x={{ start: -radius, middle: 0, end: radius }[anchor]} y={-radius - 13} text-anchor={anchor}>{label}</text>
      </svg>
      <circle class="touch" cy={y} r={reach} style={`cx: max(${reach}px, ${x})`} />
    </>
  );
}

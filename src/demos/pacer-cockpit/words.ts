import type { ServiceAnswer, ServiceEvent, ServiceOp } from '../../engine/go/service/service-machine.ts';
import type { DemoWords } from '../demo.ts';
import type { ChartGrip } from '../scene-grips.ts';
import type { controls } from './controls.ts';
import type { Presets } from './demo.ts';

type GripWords = Pick<ChartGrip, 'label' | 'name' | 'says'>;

export interface CockpitWords extends DemoWords<typeof controls, Presets, ServiceOp, ServiceEvent, ServiceAnswer | undefined> {
  readonly bytes: (size: number) => string;
  readonly share: (share: number) => string;
  readonly seconds: (seconds: number) => string;
  /** Names of lines, each at its end. */
  readonly lines: { readonly resident: string; readonly heap: string; readonly goal: string; readonly trigger: string; readonly limit: string; readonly container: string; readonly guide: string };
  readonly axes: { readonly memory: string; readonly time: string; readonly second: string };
  readonly marking: string;
  /** Of what may be dragged; undefined is off. The goal, in bytes, is the one that GOGC alone would set. */
  readonly grips: { readonly rate: (rate: number) => GripWords; readonly gogc: (gogc: number | undefined, goal: number) => GripWords; readonly limit: (limit: number | undefined) => GripWords };
  /** What to set, and what it comes to since the start: a line each. */
  readonly deploy: (settings: { readonly gogc: string; readonly limit: string }) => string;
  readonly comesTo: (total: ServiceAnswer, isOver: boolean) => readonly string[];
  /** What the simulation leaves out: lines short enough for a phone. */
  readonly unmodelled: readonly string[];
  readonly facts: { readonly cycles: string; readonly gc: string; readonly assists: string; readonly slowed: string; readonly peak: string; readonly margin: string; readonly goal: string };
}

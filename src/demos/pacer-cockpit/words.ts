import type { ServiceAnswer, ServiceEvent, ServiceOp } from '../../engine/go/service/service-machine.ts';
import type { DemoWords } from '../demo.ts';
import type { controls, Presets } from './demo.ts';

export interface CockpitWords extends DemoWords<typeof controls, Presets, ServiceOp, ServiceEvent, ServiceAnswer | undefined> {
  readonly bytes: (size: number) => string;
  readonly share: (share: number) => string;
  readonly seconds: (seconds: number) => string;
  /** Names of lines, each at its end. */
  readonly lines: { readonly resident: string; readonly heap: string; readonly goal: string; readonly trigger: string; readonly limit: string; readonly container: string; readonly guide: string };
  readonly axes: { readonly memory: string; readonly time: string; readonly second: string };
  readonly marking: string;
  /** What to set, and what it comes to: a line each. */
  readonly deploy: (settings: { readonly gogc: string; readonly limit: string }) => string;
  readonly comesTo: (total: ServiceAnswer) => readonly string[];
  readonly facts: { readonly cycles: string; readonly gc: string; readonly assists: string; readonly slowed: string; readonly peak: string; readonly margin: string; readonly goal: string };
}

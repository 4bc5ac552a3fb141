import { ticks } from 'd3-array';
import type { Axis } from '../../src/demos/scene.ts';

/** The straight line through two points: what a value of [from, to] is in [at, end]. */
export const linear = ([from, to]: readonly [number, number], [at, end]: readonly [number, number]) => (value: number): number => at + ((value - from) / (to - from)) * (end - at);

/** About so many round values of an axis, in its unit. */
export const ticksOf = ({ most, scale }: Axis, count: number): readonly number[] => ticks(0, most / scale, count);

import type { LaneMark } from '../../src/demos/scene-lanes.ts';

/** Pixels a piece of a lane reaches above and beneath the lane's middle: with its filling, what tells the kinds apart. */
export interface Reach { readonly up: number; readonly down: number }

/** As high as any reaches, either way. */
export const fullReach = 10;

const both = (each: number): Reach => ({ up: each, down: each });

export const reachOf: Record<LaneMark['kind'], Reach> = { program: both(4), assist: { up: fullReach, down: 0 }, worker: both(fullReach), idle: both(9), stop: both(fullReach), sweep: both(7), other: both(3) };

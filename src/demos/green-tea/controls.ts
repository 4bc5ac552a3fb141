import { shapes } from '../../engine/go/mark-order/object-heap.ts';
import { number, silent } from '../control.ts';

/** How the objects point to each other, and how many pages they fill. */
export const controls = { shape: silent(shapes), pages: number({ initial: 6, min: 2, max: 8, step: 1 }) };

import { shapes } from '../../engine/go/mark-order/object-heap.ts';
import { number, silent } from '../control.ts';

/** Lines that the figure’s cache holds. Six pages have 768, so it is a 48th of the heap; 2 MiB of a real cache are a 64th of the recorded one, two million objects of a line each. */
export const cacheLines = 16;

/** How the objects point to each other, and how many pages they fill. */
export const controls = { shape: silent(shapes), pages: number({ initial: 6, min: 2, max: 8, step: 1 }) };

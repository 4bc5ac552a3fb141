import { choice } from '../control.ts';

/** Bytes to a row of the strip. */
export const controls = { row: choice(['512', '1024', '2048', '16384', '131072']) };

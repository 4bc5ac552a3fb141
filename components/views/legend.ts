import type { Meaning } from '../../src/demos/scene.ts';

/** How each meaning is drawn: a class for its colour and a shape that tells it apart without colour. */
export const shapes: Readonly<Record<Meaning, 'outline' | 'hatched' | 'solid' | 'dotted' | 'striped'>> = {
  reserved: 'dotted',
  mapped: 'outline',
  resident: 'solid',
  'lazily free': 'striped',
  free: 'outline',
  live: 'solid',
  garbage: 'hatched',
  moved: 'striped',
  file: 'hatched',
  kernel: 'outline',
};

/** The class of a mark with this meaning: `m-lazily-free`. */
export const classOf = (meaning: Meaning | 'none'): string => `m-${meaning.replace(' ', '-')}`;

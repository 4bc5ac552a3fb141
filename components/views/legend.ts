import type { Meaning } from '../../src/demos/scene.ts';

/** The class of a mark with this meaning: `m-lazily-free`. views.css gives each a colour and a shape of its own. */
export const classOf = (meaning: Meaning | 'none'): string => `m-${meaning.replace(' ', '-')}`;

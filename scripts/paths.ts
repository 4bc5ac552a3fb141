import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Absolute path of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the built book lies. */
export const dist = join(root, 'dist');

/** Where test stages leave their machine-readable reports. */
export const reports = join(root, 'test-results');

/** The path in front of every page, from `BASE_PATH`, with one slash at each end: `/` or `/book/`. */
export const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');

/**
 * `npm run types`: every file against the types. Only Astro's own check reads `.astro`, and takes four times as long as the native
 * compiler: so it reads those pages and the two lists of components (`tsconfig.pages.json`), and the compiler all other files.
 */
import { bin, node } from './run.ts';

const tsc = bin('tsc', 'typescript-native');
const checks = [
  [bin('astro'), 'check', '--tsconfig', 'tsconfig.pages.json'],
  ...['tsconfig.code.json', 'src/engine', 'src/offline', 'scripts'].map((project) => [tsc, '-p', project]),
];

// One after the other: the first writes the types of the content that the others need.
for (const check of checks) process.exitCode = Math.max(Number(process.exitCode ?? 0), (await node(check, 'show')).code);

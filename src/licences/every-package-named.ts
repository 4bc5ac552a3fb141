import type { Plugin } from 'vite';
import { isNamed } from './shipped.ts';

/** The npm package a module's file belongs to; the innermost one. */
export const packageOf = (module: string): string | undefined => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];

/** What only tells the build where to put things: nothing of it is left in a file. */
const traceless = new Set(['vite', 'astro']);

/** Ends the build when a file for readers holds a package whose licence the page of licences does not show. */
export function everyPackageNamed(): Plugin {
  return {
    name: 'every-package-named',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const unnamed = new Set(modules.map(packageOf).filter((name) => name !== undefined && !isNamed(name) && !traceless.has(name)));
      if (unnamed.size > 0) this.error(`Readers receive ${[...unnamed].join(', ')}, but the page of licences does not say so. Name it in src/licences/shipped.ts.`);
    },
  };
}

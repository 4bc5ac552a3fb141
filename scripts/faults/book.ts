import { cpSync, existsSync, globSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** What a checkout makes for itself. */
const made = ['node_modules', 'dist', 'test-results', 'playwright-report', '.git', '.astro'];

/** Copies the book at `from` into the empty folder `to`. Packages are those of `from`; what build and tests keep beside them is its own. */
export function copyWhole(from: string, to: string): void {
  for (const name of readdirSync(from)) if (!made.includes(name)) cpSync(join(from, name), join(to, name), { recursive: true });
  for (const path of globSync(['*', '@*/*'], { cwd: join(from, 'node_modules') })) {
    const isScope = !path.includes(sep) && path.startsWith('@');
    if (isScope) continue;
    mkdirSync(dirname(join(to, 'node_modules', path)), { recursive: true });
    symlinkSync(join(from, 'node_modules', path), join(to, 'node_modules', path));
  }
}

const list = 'src/demos/index.ts';
const pages = 'src/pages/[lang]';

/** Leaves of a copy's figures and pages only some, as the book at `whole` has them. */
export function shrink(whole: string, copy: string, figures: readonly string[], kept: readonly string[]): void {
  const all = readFileSync(join(whole, list), 'utf8').split('\n');
  const isOther = (line: string): boolean => {
    const id = /^ {2}'?([\w-]+)'?: \(\) => import/.exec(line)?.[1];
    return id !== undefined && !figures.includes(id);
  };
  writeFileSync(join(copy, list), all.filter((line) => !isOther(line)).join('\n'));
  rmSync(join(copy, 'src/pages'), { recursive: true });
  const wanted = ['src/pages/404.astro', 'src/pages/robots.txt.ts', `${pages}/figures/[id].astro`, `${pages}/embed/[id].astro`, ...kept.map((page) => `${pages}/${page}`), ...(kept.includes('tools') ? ['src/pages/tools'] : [])];
  for (const path of wanted.filter((each) => existsSync(join(whole, each)))) cpSync(join(whole, path), join(copy, path), { recursive: true });
}

/** Gives a shrunken copy all of its figures and pages again. */
export function restore(whole: string, copy: string): void {
  cpSync(join(whole, list), join(copy, list));
  cpSync(join(whole, 'src/pages'), join(copy, 'src/pages'), { recursive: true });
}

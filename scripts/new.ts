/** `npm run new demo NAME`, `npm run new chapter NAME`: skeletons that pass every check, and what to do next. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readChapter } from './check/chapter.ts';
import { stamped } from './check/follows.ts';
import { root } from './paths.ts';
import { chapterSkeleton, demoSkeleton, registered, type Skeleton } from './skeleton.ts';

/** Writes a skeleton; touches nothing when a file is already there. */
function write(skeleton: Skeleton): void {
  const there = Object.keys(skeleton).find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new Error(`${there} is already there; nothing was written`);
  for (const [path, text] of Object.entries(skeleton)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

function newDemo(name: string): void {
  const index = join(root, 'src/demos/index.ts');
  write(demoSkeleton(name));
  writeFileSync(index, registered(readFileSync(index, 'utf8'), name));
  console.log(`listed in src/demos/index.ts

Next:
  npm run dev, and open /en/figures/${name}/
  put your own engine, program and drawing into src/demos/${name}/demo.ts, your words into en.ts and zh.ts
  write into e2e/demos/${name}.spec.ts what must be seen, from a recording or a source
  npm run unit && npm run e2e -- -g ${name}
  then <Demo id="${name}"/> at the same place in both languages of a chapter`);
}

function newChapter(slug: string): void {
  const [en, zh] = Object.entries(chapterSkeleton(slug, new Date().toISOString().slice(0, 10))).map(([path, text]) => readChapter(path, text));
  if (!en || !zh) throw new Error('a chapter needs both its languages');
  write({ [en.path]: stamped(en, zh), [zh.path]: stamped(zh, en) });
  console.log(`
Next:
  npm run dev, and open /en/${slug}/
  write in the language you think in; the other may follow later, and the page says so
  npm run check
  when both say the same: npm run check -- --stamp content/en/${slug}.mdx`);
}

const makers: Readonly<Record<string, (name: string) => void>> = { demo: newDemo, chapter: newChapter };
const [what = '', name = ''] = process.argv.slice(2);
const make = makers[what];
if (!make || name === '') {
  console.error('Write: npm run new demo NAME, or: npm run new chapter NAME');
  process.exitCode = 1;
} else {
  try {
    make(name);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { chapters } from '../src/i18n/chapters.ts';
import { readChapter } from './check/chapter.ts';
import { checkNumbers } from './check/numbers.ts';
import { checkPredictions } from './check/predictions.ts';
import { checkTwins } from './check/twins.ts';
import { checkTypography } from './check/typography.ts';
import { checkWords } from './check/words.ts';
import { root } from './paths.ts';
import { chapterSkeleton, demoSkeleton, registered } from './skeleton.ts';

/** What TypeScript says of files that exist only in memory, under the book's own settings. */
function complaints(files: Readonly<Record<string, string>>): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const inMemory = new Map(Object.entries(files).map(([path, text]) => [join(root, path), text]));
  const { fileExists, readFile } = host;
  host.fileExists = (path) => inMemory.has(path) || fileExists.call(host, path);
  host.directoryExists = (path) => [...inMemory.keys()].some((file) => file.startsWith(join(path, '/'))) || ts.sys.directoryExists(path);
  host.readFile = (path) => inMemory.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, version) => { const text = host.readFile(path); return text === undefined ? undefined : ts.createSourceFile(path, text, version); };
  const program = ts.createProgram([...inMemory.keys()], options, host);
  return [...inMemory.keys()].flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path))).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('npm run new demo', () => {
  const skeleton = demoSkeleton('tiny-prison');

  test('writes a demo, its words in both languages and its own browser test', () => {
    expect(Object.keys(skeleton)).toEqual(['demo.ts', 'words.ts', 'en.ts', 'zh.ts'].map((file) => `src/demos/tiny-prison/${file}`).concat('e2e/demos/tiny-prison.spec.ts'));
  });

  test('writes what compiles', { timeout: 60_000 }, () => {
    expect(complaints({ ...skeleton, 'src/demos/tiny-prison/wrong.ts': 'export const wrong: number = "text";' })).toEqual([expect.stringMatching(/^Type 'string' is not assignable/)]);
  });

  test('writes Chinese as the book sets it', () => {
    expect(Object.entries(skeleton).flatMap(([path, text]) => checkWords(path, text))).toEqual([]);
  });

  test('lists the demo in order, and leaves the rest of the list alone', () => {
    const index = readFileSync(join(root, 'src/demos/index.ts'), 'utf8');
    const names = (text: string) => [...text.matchAll(/^ {2}'([\w-]+)': /gm)].map(([, name]) => name);
    expect(names(registered(index, 'a-demo'))).toEqual([...names(index), 'a-demo'].sort());
    expect(registered(index, 'a-demo').replace(/^.*a-demo.*\n/m, '').split('\n').sort()).toEqual(index.split('\n').sort());
  });

  test.each(['Tiny', '1st', 'a--b', 'a_b', ''])('refuses the name "%s"', (name) => {
    expect(() => demoSkeleton(name)).toThrow(/no name for a demo/);
  });
});

describe('npm run new chapter', () => {
  test.each(chapters.map(({ slug }) => slug))('%s passes the checks of the text', (slug) => {
    const written = Object.entries(chapterSkeleton(slug, '2026-01-31')).map(([path, text]) => readChapter(path, text));
    const nothing = () => undefined;
    expect(checkTwins(written)).toEqual([]);
    expect(written.flatMap((chapter) => [...checkNumbers(chapter, []), ...checkTypography(chapter, nothing), ...checkPredictions(chapter, nothing)])).toEqual([]);
  });

  test('refuses a chapter the contents do not list, and names those they do', () => {
    expect(() => chapterSkeleton('4-1-more', '2026-01-31')).toThrow(/src\/i18n\/chapters\.ts first; it has: 1-1-process-memory/);
  });
});

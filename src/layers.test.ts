import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const below = {
  engine: ['src/engine'],
  oracle: ['src/engine', 'src/oracle', 'src/i18n', 'oracle'],
  demos: ['src/engine', 'src/oracle', 'src/i18n', 'src/demos', 'oracle'],
};

/** Which folders a folder's files may import from. Read downwards: each knows only what stands before it. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'content': [],
  'src/i18n': ['src/i18n', 'content'],
  'src/markdown': ['src/markdown', 'src/i18n'],
  'src/licences': ['src/licences'],
  'src/engine': below.engine,
  'src/oracle': below.oracle,
  'src/demos': below.demos,
  'components': [...below.demos, 'components', 'src/styles'],
  'src/layouts': [...below.demos, 'components', 'src/styles', 'src/layouts'],
  'src/pages': [...below.demos, 'components', 'content', 'src/styles', 'src/layouts', 'src/pages', 'src/markdown', 'src/licences'],
  'e2e': ['e2e', 'src/demos', 'src/i18n', 'src/oracle', 'scripts'],
};

const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;

const portable = (path: string) => path.split(sep).join('/');

const layerOf = (path: string) => [...Object.keys(layers), 'oracle', 'scripts'].find((layer) => path.startsWith(`${layer}/`));

/** Of prose, the lines that import: elsewhere `from` is a word, and between fences stand programs in other languages. */
const importLines = (text: string): string => text.replace(/^```[^]*?^```$/gm, '').split('\n').filter((line) => /^(?:import|export)\s/.test(line)).join('\n');

/** What a text imports that its place forbids: another layer, or for an engine any package at all. */
function forbidden(file: string, text: string): string[] {
  const layer = layerOf(file);
  const allowed = layer === undefined ? undefined : layers[layer];
  if (allowed === undefined) return [];
  const code = file.endsWith('.mdx') ? importLines(text) : text;
  return [...code.matchAll(specifiers)].map((match) => match[1] ?? '').filter((specifier) => {
    if (!specifier.startsWith('.')) return layer === 'src/engine' || layer === 'content';
    const target = layerOf(portable(relative('.', resolve(dirname(file), specifier))));
    return target !== undefined && !allowed.includes(target);
  });
}

const files = globSync('{src,components,content,e2e}/**/*.{ts,tsx,astro,mdx}').map(portable);
const sources = files.filter((file) => !/\.test\.tsx?$|\/fixtures\//.test(file));

describe('imports go one way', () => {
  test.each(sources)('%s imports only what stands below it', (file) => {
    expect(forbidden(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  test('an engine that imports a demo, or any package, is caught', () => {
    expect(forbidden('src/engine/heap.ts', `import { a } from '../demos/index.ts';\nimport 'preact';\nimport { b } from './machine.ts';`)).toEqual(['../demos/index.ts', 'preact']);
  });

  test('prose that imports is caught, a program it quotes is not', () => {
    expect(forbidden('content/en/a.mdx', 'import A from "../a.astro";\n\n```go\nimport "unsafe"\n```\n\nimport "b"')).toEqual(['../a.astro', 'b']);
  });

  test('a lazy import and a re-export are imports', () => {
    expect(forbidden('src/demos/a/demo.ts', `const v = () => import('../../../components/View.tsx');\nexport * from '../../pages/index.ts';`)).toHaveLength(2);
  });
});

/** Only letters that run: comments may speak of the date a source was read. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

describe('an engine knows nothing of the world', () => {
  const outside = /\b(document|window|globalThis|console|crypto|performance)\.|\bMath\.random\b|\bnew Date\b|\bDate\.|\bsetTimeout\b|\bfetch\(/;
  const words = /[\u4e00-\u9fff]/;
  const colours = /['"`](#[0-9a-f]{3,8}|rgba?\(|hsla?\(|oklch\(|var\(--)/i;

  test('each of them is seen', () => {
    for (const text of ['document.title', 'Math.random()', 'new Date()', 'Date.now()', 'performance.now()']) expect(text).toMatch(outside);
    expect("'堆'").toMatch(words);
    expect("'#ff0000'").toMatch(colours);
  });

  test.each(sources.filter((file) => file.startsWith('src/engine/')))('%s has no page, chance, clock, words or colours', (file) => {
    const text = code(readFileSync(file, 'utf8'));
    for (const pattern of [outside, words, colours]) expect(text).not.toMatch(pattern);
  });
});

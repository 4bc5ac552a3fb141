import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Has node load the components as the pages do. Import it before anything that imports a `.tsx` file. */
registerHooks({
  load: (url, context, next) => {
    if (url.endsWith('.tsx')) return { format: 'module', shortCircuit: true, source: javascript(fileURLToPath(url)) };
    const loaded = next(url, context);
    return url.endsWith('/src/i18n/paths.ts') ? { ...loaded, source: mounted(String(loaded.source)) } : loaded;
  },
});

/** Where the book is mounted the pages know from their build. */
const mounted = (source: string): string => `import.meta.env = { BASE_URL: '/' };${source}`;

function javascript(file: string): string {
  const { JsxEmit: { ReactJSX }, ModuleKind: { ESNext }, ScriptTarget } = ts;
  return ts.transpileModule(readFileSync(file, 'utf8'), { fileName: file, compilerOptions: { jsx: ReactJSX, jsxImportSource: 'preact', module: ESNext, target: ScriptTarget.ESNext } }).outputText;
}

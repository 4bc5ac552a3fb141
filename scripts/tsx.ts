import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Has node load the components as the pages do. Import it before anything that imports a `.tsx` file. */
registerHooks({
  load: (url, context, next) => (url.endsWith('.tsx') ? { format: 'module', shortCircuit: true, source: javascript(fileURLToPath(url)) } : next(url, context)),
});

function javascript(file: string): string {
  const { JsxEmit: { ReactJSX }, ModuleKind: { ESNext }, ScriptTarget } = ts;
  return ts.transpileModule(readFileSync(file, 'utf8'), { fileName: file, compilerOptions: { jsx: ReactJSX, jsxImportSource: 'preact', module: ESNext, target: ScriptTarget.ESNext } }).outputText;
}

import astro from 'eslint-plugin-astro';
import ts from 'typescript-eslint';

const unpredictable = [
  { object: 'Math', property: 'random', message: 'An engine is deterministic: take a Random.' },
  { object: 'performance', property: 'now', message: 'An engine has no clock.' },
  { object: 'Date', property: 'now', message: 'An engine has no clock.' },
];

/** Longer than the book allows, each for a reason. */
const reasoned = [
  'components/tools/process/tool.ts', // one closure is the tool's whole state; what it returns is short
];

const never = (properties, message) => properties.map((property) => ({ property, message }));
const evasions = [
  ...never(['only', 'skip', 'fixme', 'todo'], 'Every test runs: mend it, or take it out.'),
  ...never(['waitForTimeout'], 'Wait for what you need to see, not for time.'),
];

/** Ways for a text to become markup. */
const asMarkup = ["MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)$/]", "JSXAttribute[name.name='dangerouslySetInnerHTML']"]
  .map((selector) => ({ selector, message: 'A reader’s text goes into the page as text.' }));

export default ts.config(
  { ignores: ['.astro', 'dist', 'node_modules', 'test-results', 'playwright-report'] },
  ...ts.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  { linterOptions: { noInlineConfig: true } },
  { files: ['{src,components}/**/*.{ts,tsx}'], ignores: ['**/*.test.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...asMarkup] } },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.{test,spec}.{ts,tsx}', '**/{,*.}{en,zh}.ts', ...reasoned],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }], 'max-lines': ['error', 250] },
  },
  { files: ['src/engine/**/*.ts'], ignores: ['**/*.test.ts'], rules: { 'max-lines': ['error', 200] } },
  { files: ['**/*.{test,spec}.{ts,tsx}', 'e2e/**/*.ts'], rules: { 'no-restricted-properties': ['error', ...evasions] } },
  {
    files: ['src/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-properties': ['error', ...unpredictable], 'no-restricted-globals': ['error', 'Date', 'crypto', 'setTimeout'] },
  },
);

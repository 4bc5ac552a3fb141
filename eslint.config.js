import astro from 'eslint-plugin-astro';
import ts from 'typescript-eslint';

const unpredictable = [
  { object: 'Math', property: 'random', message: 'An engine is deterministic: take a Random.' },
  { object: 'performance', property: 'now', message: 'An engine has no clock.' },
  { object: 'Date', property: 'now', message: 'An engine has no clock.' },
];

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
  {
    files: ['src/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-properties': ['error', ...unpredictable], 'no-restricted-globals': ['error', 'Date', 'crypto', 'setTimeout'] },
  },
);

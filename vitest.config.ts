import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,components,scripts,oracle}/**/*.test.{ts,tsx}'],
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
  },
});

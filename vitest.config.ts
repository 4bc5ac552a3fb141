import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,components,scripts,oracle}/**/*.test.{ts,tsx}'],
    // A slow machine is no failure: this only ends what hangs.
    testTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What `jsx: preserve` leaves to Astro in a page.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{src,components,scripts,oracle}/**/*.test.{ts,tsx}'],
    // No test changes what another one sees: they share a worker, which takes a third of the time away.
    isolate: false,
    // A slow machine is no failure: this only ends what hangs.
    testTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/unit.json' },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,components,scripts,oracle}/**/*.test.{ts,tsx}'] },
});

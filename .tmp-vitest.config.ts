import './scripts/map-group-by.mjs';
import { defineConfig } from 'vitest/config';
export default defineConfig({
  root: '/work/main',
  test: { include: ['{src,test,scripts}/**/*.test.ts'], exclude: ['**/*.{browser,e2e}.test.ts'] },
});

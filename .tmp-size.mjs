import { build } from 'vite';
import { writeFileSync, readFileSync, mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
mkdirSync('/tmp/so/size', { recursive: true });
for (const f of process.argv.slice(2)) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: '/work/main',
    build: {
      outDir: '/tmp/so/size/o',
      minify: true,
      target: ['chrome123', 'firefox128'],
      lib: { entry: f, formats: ['iife'], name: 'X', fileName: () => 'o.js' },
    },
  });
  const c = readFileSync('/tmp/so/size/o/o.js');
  console.log(f, c.length, gzipSync(c, { level: 9 }).length);
}

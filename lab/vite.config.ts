/** The page: `npm run lab:build` makes dist/lab, which works under any path and from any static host. */
import { defineConfig } from 'vite';
import { serviceWorker } from './offline/build.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: '../dist/lab', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  plugins: [serviceWorker()],
  worker: { format: 'es' },
});

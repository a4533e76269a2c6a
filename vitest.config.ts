import { configDefaults, defineConfig } from 'vitest/config';
import { SLOW } from './test/slow.ts';

/** Milliseconds after which a test hangs on any machine, however busy: no test fails because a machine is slow. */
const HANGING = 30 * 60_000;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: HANGING,
    hookTimeout: HANGING,
    teardownTimeout: HANGING,
    // Two tiers: scripts/test runs the quick one, scripts/test --all both.
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...SLOW] },
      },
      { extends: true, test: { name: 'slow', include: [...SLOW] } },
    ],
  },
});

/** Test files that take longer than ten seconds: `scripts/test --all` runs them, and so does `scripts/test` when they are named. All others are quick. */
export const SLOW: readonly string[] = [
  'test/cli/run.test.ts',
  'test/exact/random-models.test.ts',
  'test/package/package.test.ts',
  'test/nodes/nodes.test.ts',
  'test/chain/resume.test.ts',
  'test/chain/learning/trials.test.ts',
  'test/results/summary/electron-windows.test.ts',
  'test/results/study/curves-of-4x4.test.ts',
  'test/results/study/partition-function.test.ts',
  'test/runner/command.test.ts',
  'test/runner/killed-run.test.ts',
  'test/sampling/exactness.test.ts',
  'test/sampling/symmetry-moves.test.ts',
  'test/statistics/double-sampling.test.ts',
  'test/statistics/multistate/coverage-of-states.test.ts',
  'test/validation/resume.test.ts',
];

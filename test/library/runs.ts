/** Small runs for the tests of spinformer/run. */
import { join } from 'node:path';
import type { SpecInput } from '../../src/spec.ts';
import { temporaryFolder } from '../store/example.ts';

/** One chain on 2 × 2 sites, by local updates. */
export const SPEC = {
  lattice: { size: [2, 2] },
  model: { temperature: 0.2 },
  sampling: { method: 'local', chains: 1, samples: 200, warmUp: 30 },
} as const satisfies SpecInput;

export const withSamples = (samples: number) => ({ ...SPEC, sampling: { ...SPEC.sampling, samples } });

/** Two chains that propose by a learned model. */
export const LEARNING = {
  ...SPEC,
  effective: { kind: 'linear' },
  training: { exactEvaluations: 30 },
  sampling: { ...SPEC.sampling, method: 'self-learning', chains: 2 },
} as const satisfies SpecInput;

export const newDirectory = (): string => join(temporaryFolder(), 'run');

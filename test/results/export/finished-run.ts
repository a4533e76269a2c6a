/** A short run, made by this thread. */
import { storedSamples } from '../../../src/chain/job.ts';
import { createProgram } from '../../../src/chain/spec-chain.ts';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { preparedJob } from '../../../src/run/conductor/prepare.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { advanceChain } from '../../../src/runner/advance-chain.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import type { Run } from '../../../src/store/store.ts';

const SPEC = `
[lattice]
size = [2, 4]
[model]
temperature = 0.2
[sampling]
method = "local"
chains = 2
samples = 200
warm_up = 30
`;

/** The same, tempered. */
export const LADDER = SPEC.replace('[model]\ntemperature = 0.2', '[tempering]\ntemperatures = [0.2, 0.3]');

/** A finished run. `overrides`: as of --set. */
export function finishedRun(directory: string, overrides: readonly string[] = [], text = SPEC): Run {
  const run = startRun(directory, text, parseSpec(text, 'spec.toml', overrides));
  const spec = specOf(run);
  const plan = { seed: spec.sampling.seed, samples: storedSamples(spec), checkpointSamples: 100 };
  for (let chain = 1; chain <= spec.sampling.chains; chain++) {
    advanceChain(
      createProgram(preparedJob(run)),
      { ...plan, run, chain, checkpointSeconds: 60, progressSeconds: 60 },
      { stopped: () => false, tell: () => {}, now: () => 0 },
    );
  }
  return run;
}

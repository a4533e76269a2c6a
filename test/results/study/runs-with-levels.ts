/** Runs whose chains keep levels, made by this thread. */
import { join } from 'node:path';
import { chainSeed } from '../../../src/chain/chain-seed.ts';
import { storedSamples } from '../../../src/chain/job.ts';
import type { LearnedModels } from '../../../src/chain/learning/models.ts';
import { createProgram } from '../../../src/chain/spec-chain.ts';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { advanceChain } from '../../../src/runner/advance-chain.ts';
import { parseSpec, type Spec } from '../../../src/spec/spec.ts';
import type { Run } from '../../../src/store/store.ts';
import { pointDirectory } from '../../../src/store/study.ts';

/** A finished run of a point of a study. `learned`: the models that it proposes with. */
export function pointRun(
  study: string,
  text: string,
  overrides: readonly string[],
  learned?: (spec: Spec) => LearnedModels,
): Run {
  const all = ['sampling.levels=true', ...overrides];
  const directory = pointDirectory(study, all.join(',').replaceAll(/[^\w.=,-]/g, ''));
  const run = startRun(directory, text, parseSpec(text, 'spec.toml', all));
  const spec = specOf(run);
  const program = createProgram({ spec, learned: learned?.(spec) });
  const plan = { seed: chainSeed(spec), samples: storedSamples(spec), checkpointSamples: 1000 };
  for (let chain = 1; chain <= spec.sampling.chains; chain++)
    advanceChain(
      program,
      { ...plan, run, chain, checkpointSeconds: 60, progressSeconds: 60 },
      { stopped: () => false, tell: () => {}, now: () => 0 },
    );
  return run;
}

/** The study directory of a test. */
export const studyIn = (folder: string): string => join(folder, 'study');

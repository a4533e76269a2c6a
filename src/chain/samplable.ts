/** Which specs can be sampled: one answer for `run`, `train` and `check`, found before anything is written or computed. */
import { createEffectiveModel } from '../effective/create.ts';
import { InputError } from '../errors.ts';
import { createModel } from '../exact/create.ts';
import { spinFermionSystem } from '../exact/system.ts';
import { observablesFor } from '../observables/observables-for.ts';
import { latticeOf } from '../spec/lattice-of.ts';
import { isAuto, needsFlow, needsModel } from '../spec/learns.ts';
import { modelParameters } from '../spec/model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import { spell } from '../spec/spelling.ts';
import { withStandIn } from '../spec/stand-in.ts';
import { startOf } from '../spec/start.ts';
import { namedConfiguration } from '../spins/named.ts';
import { SMALLEST_BUDGET } from '../training/loop/self-learning.ts';
import { requireFlow } from './flow/require-flow.ts';
import { choiceOf, needsCheapModel } from './learning/models.ts';
import { withSection } from './with-section.ts';

/** The largest number of shells, blocks, layers, …: nothing of this size could be trained, and a slip of the keyboard shall end here. */
const LARGEST_COUNT = 1000;
const COUNTS = ['shells', 'blocks', 'smeared', 'window', 'layers', 'channels'] as const;

/** At T = 0 there is no weight to sample: energies and forces of given configurations are all there is. */
export const servesEvaluateOnly = ({ model }: Spec): boolean => model.temperature === 0;

/** Throws InputError, naming the key, for what no run can be made of. */
export function requireSamplable(spec: Spec): void {
  if (servesEvaluateOnly(spec)) {
    throw new InputError('model.temperature: expected more than 0 for sampling, found 0\n  T = 0 serves evaluate only');
  }
  checkStart(spec);
  checkScreening(spec);
  const { parameters } = withSection('model', () => spinFermionSystem(modelParameters(withStandIn(spec))));
  const { families } = spec.observables;
  if (families) observablesFor(parameters, families);
  if (needsFlow(spec)) requireFlow(spec, parameters.lattice);
  if (!needsModel(spec)) return;
  checkAuto(spec);
  checkBudget(spec);
  checkCounts(spec);
  if (isAuto(spec)) return;
  checkGrowth(spec);
  withSection('effective', () => createEffectiveModel(parameters, choiceOf(spec)));
}

/** Below this the exact weight always fits into memory, and making it to see would cost time for nothing. */
const CERTAINLY_SMALL = 1000;

/** Throws InputError where the lattice is too large for the exact weight, which `check` finds by making the model too. */
export function requireComputable(spec: Spec): void {
  const parameters = modelParameters(withStandIn(spec));
  if (parameters.lattice.siteCount > CERTAINLY_SMALL) createModel(parameters);
}

/** A texture that does not fit the lattice. */
function checkStart(spec: Spec): void {
  const start = startOf(spec.sampling.start);
  if (start.kind !== 'named') return;
  try {
    namedConfiguration(start.name, latticeOf(spec), { period: start.period });
  } catch (error) {
    throw error instanceof InputError ? new InputError(`sampling.start: ${error.message}`, { cause: error }) : error;
  }
}

function checkAuto(spec: Spec): void {
  const { method } = spec.sampling;
  if (!isAuto(spec) || method === 'self-learning') return;
  throw new InputError(
    `sampling.method: expected "self-learning" with effective.kind "auto", which chooses the sampler too, found "${method}"`,
  );
}

const kindsOf = ({ effective }: Spec): string[] => [effective.kind].flat();

function checkScreening(spec: Spec): void {
  if (!needsCheapModel(spec) || kindsOf(spec).some((kind) => kind !== 'linear')) return;
  throw new InputError(
    'effective.kind: expected a better model than "linear", which proposes in delayed acceptance already, found "linear"\n  did you mean "transformer"?',
  );
}

function checkBudget({ training: { exactEvaluations } }: Spec): void {
  if (exactEvaluations >= SMALLEST_BUDGET) return;
  throw new InputError(
    `training.exact_evaluations: expected at least ${SMALLEST_BUDGET} to learn from, found ${exactEvaluations}\n  did you mean 2000?`,
  );
}

function checkCounts({ effective }: Spec): void {
  for (const key of COUNTS) {
    const count = effective[key];
    if (typeof count !== 'number' || count <= LARGEST_COUNT) continue;
    throw new InputError(
      `effective.${spell(key, 'snake_case')}: expected at most ${LARGEST_COUNT}, found ${count}: nothing of this size could be trained`,
    );
  }
}

/** Transformers are trained block by block, one of them. */
function checkGrowth(spec: Spec): void {
  const kinds = kindsOf(spec);
  if (kinds.filter((kind) => kind === 'transformer').length < 2) return;
  throw new InputError(
    `effective.kind: expected one transformer at most, which grows block by block, found ${JSON.stringify(kinds)}\n  did you mean "transformer" with more blocks?`,
  );
}

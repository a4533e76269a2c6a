/** Which sampler takes which learned model, and by which inner chain that model proposes. */
import { CANDIDATES } from '../../src/chain/auto/candidates.ts';
import { CHEAP, choiceOf, needsCheapModel } from '../../src/chain/learning/models.ts';
import { requireSamplable } from '../../src/chain/samplable.ts';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { movesOf } from '../../src/sampling/annealing/annealing-plans.ts';
import { candidatePlans, type InnerPlan } from '../../src/sampling/inner/inner-chain.ts';
import { isAuto, learningMethodOf, needsModel } from '../../src/spec/learns.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';
import { code, listed, table } from '../markdown.ts';
import { alike } from './alike.ts';
import { EVEN_SQUARE } from './lattices.ts';
import { KINDS, METHODS } from './names.ts';
import { refusals } from './refusals.ts';

const CHOICES: readonly (string | readonly string[])[] = [
  ...KINDS,
  ['nodal', 'transformer'],
  ['transformer', 'transformer'],
  'auto',
];

const SYSTEMS: readonly { readonly name: string; readonly choices: object }[] = [
  ...CHOICES.map((kind) => ({ name: code(inToml(kind)), choices: { effective: { kind } } })),
  { name: 'any, T = 0', choices: { model: { temperature: 0 } } },
];

const INNER: Readonly<Record<Exclude<InnerPlan['kind'], 'screened'>, string>> = {
  'heat-bath': 'heat bath',
  hmc: 'HMC',
};

/** Models with the same answers share a row, and methods with the same answers a column. */
export function samplersByModel(): string {
  const refused = refusals();
  const answers = SYSTEMS.map(({ choices }) =>
    METHODS.map((method) => refused.answer(() => proposals({ ...choices, sampling: { method } }))),
  );
  const systems = alike(SYSTEMS.keys(), (s) => answers[s].join());
  const methods = alike(METHODS.keys(), (m) => answers.map((row) => row[m]).join());
  const head = ['`effective.kind`', ...methods.map((group) => group.map((m) => code(METHODS[m])).join(', '))];
  const rows = systems.map((group) => [
    group.map((s) => SYSTEMS[s].name).join(', '),
    ...methods.map(([m]) => answers[group[0]][m]),
  ]);
  return [table(head, rows), refused.notes()].join('\n\n');
}

/** The methods that the replicas of a ladder may have. */
export function temperedSamplers(): string {
  const tempering = { temperatures: [0.05, 0.1] };
  const refused = refusals();
  const taken = METHODS.filter(
    (method) => !refused.answer(() => proposals({ tempering, sampling: { method } })).startsWith('–'),
  );
  return listed(taken.map(code));
}

/** What `auto` tries, in its order. */
export const triedByAuto = (): string => CANDIDATES.map(({ name }) => name).join('; ');

function proposals(choices: object): string {
  const spec = resolveSpec({ lattice: EVEN_SQUARE.lattice, ...choices } as SpecInput);
  requireSamplable(spec);
  if (!needsModel(spec)) return 'no model';
  if (isAuto(spec)) return 'as chosen';
  const parameters = modelParameters(spec);
  const effective = createEffectiveModel(parameters, choiceOf(spec));
  const cheap = needsCheapModel(spec) ? createEffectiveModel(parameters, CHEAP) : undefined;
  const models = { effective, cheap };
  if (learningMethodOf(spec).anneals) return `annealed by ${inWords(movesOf(models))}`;
  return listed([...new Set(candidatePlans(models).map(inWords))]);
}

function inToml(kind: string | readonly string[]): string {
  return JSON.stringify(kind).replaceAll('","', '", "');
}

const inWords = (plan: InnerPlan): string =>
  plan.kind === 'screened' ? `${inWords(plan.cheap)} of a linear model` : INNER[plan.kind];

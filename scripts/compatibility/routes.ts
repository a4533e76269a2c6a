/** Which route computes the exact weight: by lattice and Hamiltonian, and asked for by name. */
import { createModel } from '../../src/exact/create.ts';
import type { Route } from '../../src/exact/model.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';
import { table } from '../markdown.ts';
import { LATTICES } from './lattices.ts';
import { type Refusals, refusals } from './refusals.ts';

type ModelInput = NonNullable<SpecInput['model']>;

const HAMILTONIANS: readonly { readonly name: string; readonly model: ModelInput }[] = [
  { name: 'μ = 0', model: {} },
  { name: 'μ ≠ 0', model: { chemicalPotential: -1 } },
  { name: 'hopping to shell 2', model: { hopping: [1, 0.2] } },
  { name: 'T = 0', model: { temperature: 0 } },
];

/** The systems of the second table, and what makes each of them take its route. */
const SYSTEMS: readonly {
  readonly name: string;
  readonly lattice: SpecInput['lattice'];
  readonly model: ModelInput;
}[] = [
  { name: 'two sublattices, μ = 0', lattice: { size: [4, 4] }, model: {} },
  { name: 'two sublattices, μ ≠ 0', lattice: { size: [4, 4] }, model: { chemicalPotential: -1 } },
  { name: 'no two sublattices', lattice: { kind: 'triangular', size: [4, 4] }, model: {} },
  { name: 'T = 0', lattice: { size: [4, 4] }, model: { temperature: 0 } },
];
const ROUTES: readonly Route[] = ['quaternion', 'complex', 'dense'];

export function routesByLattice(): string {
  const refused = refusals();
  const rows = LATTICES.map(({ name, lattice }) => [
    name,
    ...HAMILTONIANS.map(({ model }) => routeOf(refused, { lattice, model })),
  ]);
  return [table(['lattice', ...HAMILTONIANS.map(({ name }) => name)], rows), refused.notes()].join('\n\n').trim();
}

export function routesByName(): string {
  const refused = refusals();
  const rows = SYSTEMS.map(({ name, lattice, model }) => [
    name,
    ...ROUTES.map((route) => routeOf(refused, { lattice, model }, route)),
  ]);
  const head = ['system', ...ROUTES.map((route) => `\`--route ${route}\``)];
  return [table(head, rows), refused.notes()].join('\n\n');
}

function routeOf(refused: Refusals, input: SpecInput, route?: Route): string {
  const parameters = modelParameters(resolveSpec(input));
  return refused.answer(() => createModel(parameters, route ? { route } : {}).route);
}

/** Which learned models there are: by lattice and Hamiltonian. */
import { requireSamplable } from '../../src/chain/samplable.ts';
import { createModel } from '../../src/exact/create.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';
import { code, table } from '../markdown.ts';
import { alike } from './alike.ts';
import { EVEN_SQUARE, LATTICES } from './lattices.ts';
import { KINDS } from './names.ts';
import { refusals } from './refusals.ts';

const { name: square, lattice } = EVEN_SQUARE;

const SYSTEMS: readonly { readonly name: string; readonly spec: SpecInput }[] = [
  ...LATTICES.map((one) => ({ name: one.name, spec: { lattice: one.lattice } })),
  { name: `${square}, μ = −1`, spec: { lattice, model: { chemicalPotential: -1 } } },
  { name: `${square}, hopping 1 and 0.2`, spec: { lattice, model: { hopping: [1, 0.2] } } },
  {
    name: `${square}, vacancies and missing spins`,
    spec: { lattice, disorder: { vacancies: 0.2, missingSpins: 0.2 } },
  },
  { name: `${square}, random potential`, spec: { lattice, disorder: { potential: 1 } } },
  { name: `${square}, T = 0`, spec: { lattice, model: { temperature: 0 } } },
];

/** Kinds that are allowed and refused together share a column. */
export function modelsBySystem(): string {
  const refused = refusals();
  const answers = SYSTEMS.map(({ spec }) => KINDS.map((kind) => refused.answer(() => allowed(spec, kind))));
  const groups = alike(KINDS.keys(), (k) => answers.map((row) => row[k]).join());
  const head = ['system', 'route', ...groups.map((group) => group.map((k) => code(KINDS[k])).join(', '))];
  const rows = SYSTEMS.map(({ name, spec }, s) => [name, routeOf(spec), ...groups.map(([k]) => answers[s][k])]);
  return [table(head, rows), refused.notes()].join('\n\n');
}

function allowed(spec: SpecInput, kind: string): string {
  requireSamplable(resolveSpec({ ...spec, effective: { kind } } as SpecInput));
  return 'yes';
}

const routeOf = (spec: SpecInput): string => createModel(modelParameters(resolveSpec(spec))).route;

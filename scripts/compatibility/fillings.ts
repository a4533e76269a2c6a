/** How the chemical potential of a filling is found: by lattice. */
import { checkFilling } from '../../src/evaluate/check-filling.ts';
import { createModel } from '../../src/exact/create.ts';
import { sampledParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';
import { withStandIn } from '../../src/spec/stand-in.ts';
import { table } from '../markdown.ts';
import { LATTICES } from './lattices.ts';

type ModelInput = NonNullable<SpecInput['model']>;

const FILLINGS: readonly { readonly name: string; readonly model: ModelInput }[] = [
  { name: 'n = 1', model: { filling: 1 } },
  { name: 'n = 1, hopping to shell 2', model: { filling: 1, hopping: [1, 0.2] } },
  { name: 'n = 0.5', model: { filling: 0.5 } },
  { name: 'n = 0.5, T = 0', model: { filling: 0.5, temperature: 0 } },
];

const WORDS = { symmetry: 'μ = 0 by symmetry', pilot: 'pilot', levels: 'by configuration' };

export function fillingsByLattice(): string {
  const rows = LATTICES.map(({ name, lattice }) => [name, ...FILLINGS.map(({ model }) => foundBy({ lattice, model }))]);
  return table(['lattice', ...FILLINGS.map(({ name }) => name)], rows);
}

function foundBy(input: SpecInput): string {
  const spec = resolveSpec({ ...input, sampling: { method: 'hmc' } });
  const check = checkFilling(spec, createModel(sampledParameters(withStandIn(spec))));
  if (!check) throw new Error('a spec with a filling is checked for it');
  return WORDS[check.chosenBy];
}

/** Spectra of configurations that a user gives, in place of those of a run. */
import { InputError } from '../../errors.ts';
import { createModel } from '../../exact/create.ts';
import { fillLevels } from '../../exact/filling/level-filling.ts';
import { atChemicalPotential } from '../../spec/at-chemical-potential.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import type { SpectraSource } from './spectra-of-run.ts';

/**
 * Configurations of equal weight. With a filling there is one, at the chemical potential that fills its levels. Throws InputError at T = 0, and for several configurations
 * with a filling, each of which would have a chemical potential of its own.
 */
export function givenSource(spec: Spec, configurations: readonly Float64Array[]): SpectraSource {
  const { temperature, filling } = spec.model;
  if (temperature === 0)
    throw new InputError(
      'model.temperature: expected a number greater than 0 for conductivities, found 0\n  did you mean 0.001?',
    );
  if (filling !== undefined && configurations.length > 1)
    throw new InputError(
      `model.filling: expected one configuration, found ${configurations.length}, each with a chemical potential of its own: set model.chemical_potential`,
    );
  const known = filling === undefined ? spec : atChemicalPotential(spec, filled(spec, filling, configurations[0]));
  const chain = configurations.map((spins) => ({ spins, logImportance: 0 }));
  return { spec: known, parameters: sampledParameters(withStandIn(known)), chains: [chain] };
}

function filled(spec: Spec, filling: number, spins: Float64Array): number {
  const { temperature } = spec.model;
  const levels = createModel(sampledParameters(withStandIn(spec))).spectrum(spins);
  return fillLevels(levels, filling, temperature).chemicalPotential;
}

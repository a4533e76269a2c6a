/** Given configurations at a filling: each has a chemical potential of its own. */
import { levelAverages } from '../exact/averages.ts';
import { fillLevels, type LevelFilling } from '../exact/filling/level-filling.ts';
import type { Measurement, ModelParameters, SpinFermionModel } from '../exact/model.ts';
import { type SpinFermionSystem, spinFermionSystem } from '../exact/system.ts';
import { type ConfigurationEvaluation, type Evaluation, type EvaluationOptions, vectors } from './evaluate.ts';
import { siteAverages, type WeightedEnsembles } from './site-averages.ts';

/** The model at a chemical potential, all else being equal. */
export type ModelAt = (chemicalPotential: number) => SpinFermionModel;

/**
 * Evaluates configurations with `filling` electrons per site, strictly between 0 and 2. `levelsOf`: a model whose levels are those of every chemical potential.
 * Averages are sums over levels; forces come from the model at the chemical potential of the configuration.
 */
export function evaluateFilled(
  levelsOf: SpinFermionModel,
  modelAt: ModelAt,
  filling: number,
  configurations: readonly Float64Array[],
  options: EvaluationOptions,
): Evaluation {
  const system = spinFermionSystem(levelsOf.parameters);
  let [errorBound, route] = [0, levelsOf.route];
  const sharing = lastModel((mu) => {
    const model = modelAt(mu);
    errorBound = Math.max(errorBound, model.errorBound);
    route = model.route;
    return model;
  });
  const averagesAt = options.sites ? siteAverages(levelsOf) : undefined;
  const evaluated = configurations.map((spins) => {
    const levels = levelsOf.spectrum(spins);
    const found = fillOne(levels, filling, system);
    const sites = averagesAt?.(spins, ensemblesOf(found, system.parameters));
    return { ...evaluateOne(levels, found, system, sharing, spins, options), ...(sites ? { sites } : {}) };
  });
  return { configurations: evaluated, errorBound, route, engine: levelsOf.engine };
}

/** Configurations with the same chemical potential share a model. */
function lastModel(make: ModelAt): ModelAt {
  let last: { readonly mu: number; readonly model: SpinFermionModel } | undefined;
  return (mu) => {
    if (last?.mu !== mu) last = { mu, model: make(mu) };
    return last.model;
  };
}

function evaluateOne(
  levels: Float64Array,
  found: LevelFilling,
  system: SpinFermionSystem,
  modelAt: ModelAt,
  spins: Float64Array,
  options: EvaluationOptions,
): ConfigurationEvaluation {
  const { chemicalPotential, interval } = found;
  const averages = averagesOf(levels, system.classical.energy(spins), found, system.parameters);
  const { logWeight, freeEnergy, energy, density } = averages;
  return {
    logWeight,
    freeEnergy,
    energy,
    density,
    chemicalPotential,
    ...(interval ? { chemicalPotentialInterval: interval } : {}),
    forces: vectors(forcesOf(modelAt, found, spins)),
    ...(options.effective ? { effectiveEnergy: options.effective.energy(spins) } : {}),
    ...(options.spectrum ? { spectrum: [...levels] } : {}),
  };
}

/** Levels in pairs ±E are half filled at 0 exactly. */
function fillOne(levels: Float64Array, filling: number, { sublattice, parameters }: SpinFermionSystem): LevelFilling {
  const found = fillLevels(levels, filling, parameters.temperature);
  return sublattice && filling === 1 ? { ...found, chemicalPotential: 0 } : found;
}

/** Occupations are linear in how the levels at μ are filled, and so are the energy and the number of electrons. */
function averagesOf(
  levels: Float64Array,
  classicalEnergy: number,
  { chemicalPotential, shared }: LevelFilling,
  { temperature }: ModelParameters,
): Pick<Measurement, 'logWeight' | 'freeEnergy' | 'energy' | 'density'> {
  const at = (mu: number) => levelAverages(levels, classicalEnergy, { chemicalPotential: mu, temperature });
  if (!shared) return at(chemicalPotential);
  const [empty, filled] = [at(shared.empty), at(shared.filled)];
  const mixed = (key: 'energy' | 'density') => mix(shared.occupation, empty[key], filled[key]);
  const [energy, density] = [mixed('energy'), mixed('density')];
  const freeEnergy = energy - (chemicalPotential * density * levels.length) / 2;
  return { logWeight: Number.NaN, freeEnergy, energy, density };
}

/** Levels at μ that share electrons are filled by all ways to fill them. */
function ensemblesOf({ chemicalPotential, shared }: LevelFilling, { temperature }: ModelParameters): WeightedEnsembles {
  if (!shared) return [[1, { chemicalPotential, temperature }]];
  return [
    [1 - shared.occupation, { chemicalPotential: shared.empty, temperature }],
    [shared.occupation, { chemicalPotential: shared.filled, temperature }],
  ];
}

function forcesOf(modelAt: ModelAt, { chemicalPotential, shared }: LevelFilling, spins: Float64Array): Float64Array {
  const at = (mu: number) => {
    const force = new Float64Array(spins.length);
    modelAt(mu).logWeightAndForce(spins, force);
    return force;
  };
  if (!shared) return at(chemicalPotential);
  const [empty, filled] = [at(shared.empty), at(shared.filled)];
  return empty.map((value, c) => mix(shared.occupation, value, filled[c]));
}

const mix = (share: number, a: number, b: number): number => (1 - share) * a + share * b;

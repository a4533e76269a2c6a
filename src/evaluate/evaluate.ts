/** Given configurations, evaluated by the exact model and by a learned one where there is one. */
import type { EffectiveModel } from '../effective/model.ts';
import { levelAverages } from '../exact/averages.ts';
import type { Measurement, Route, SpinFermionModel } from '../exact/model.ts';
import type { Engine } from '../wasm/engine.ts';
import { type SiteAverage, siteAverages } from './site-averages.ts';

type Vector = readonly [number, number, number];

export interface ConfigurationEvaluation {
  /** The name of a named configuration. */
  readonly name?: string;
  /** log W; NaN at T = 0. */
  readonly logWeight: number;
  readonly freeEnergy: number;
  readonly energy: number;
  /** Electrons per site. */
  readonly density: number;
  /** μ: that of the model, or with a filling the one that this configuration needs. */
  readonly chemicalPotential: number;
  /** With a filling: all μ that will do, where it leaves μ open by more than T, as in a gap. */
  readonly chemicalPotentialInterval?: readonly [number, number];
  /** −∂F/∂S_i by site, before projection on the tangent plane. */
  readonly forces: readonly Vector[];
  /** E_eff of the learned model, an approximation of the free energy; only where there is one. */
  readonly effectiveEnergy?: number;
  /** Averages over the electrons of every site; only where asked for. */
  readonly sites?: readonly SiteAverage[];
  /** All 2N levels, ascending; only where asked for. */
  readonly spectrum?: readonly number[];
}

/** The configurations from the lowest energy up. */
export interface VariationalComparison {
  /** What is compared. At a chemical potential F, the grand potential; at a filling F + μN, in which μ differs from one configuration to the next. At T = 0 the latter is the energy. */
  readonly quantity: 'F' | 'F + μN';
  readonly ranking: readonly Ranked[];
}

interface Ranked {
  readonly name: string;
  readonly perSite: number;
  /** Above the first one, per site. */
  readonly aboveLowest: number;
  /** What differs between configurations at one μ, and at one filling. */
  readonly density: number;
  readonly chemicalPotential: number;
}

/** The shape of `evaluate --json`; energies are totals of the lattice. */
export interface Evaluation {
  readonly configurations: readonly ConfigurationEvaluation[];
  /** Which of several named configurations is the best; only of those. */
  readonly comparison?: VariationalComparison;
  /** Bound on the error of every log weight. */
  readonly errorBound: number;
  readonly route: Route;
  readonly engine: Engine;
}

export interface EvaluationOptions {
  readonly spectrum: boolean;
  readonly sites?: boolean;
  readonly effective?: EffectiveModel | undefined;
}

/** Evaluates the exact model, and the learned one if there is one. `configurations`: 3N numbers each, unit vectors. */
export function evaluate(
  model: SpinFermionModel,
  configurations: readonly Float64Array[],
  options: EvaluationOptions,
): Evaluation {
  const { errorBound, route, engine } = model;
  const averagesAt = options.sites ? siteAverages(model) : undefined;
  const evaluated = configurations.map((spins) => {
    const sites = averagesAt?.(spins, [[1, model.parameters]]);
    return { ...evaluateOne(model, spins, options), ...(sites ? { sites } : {}) };
  });
  return { configurations: evaluated, errorBound, route, engine };
}

function evaluateOne(
  model: SpinFermionModel,
  spins: Float64Array,
  options: EvaluationOptions,
): ConfigurationEvaluation {
  const force = new Float64Array(spins.length);
  model.logWeightAndForce(spins, force);
  const { logWeight, freeEnergy, energy, density } = resolved(model, spins);
  return {
    logWeight,
    freeEnergy,
    energy,
    density,
    chemicalPotential: model.parameters.chemicalPotential,
    forces: vectors(force),
    ...(options.effective ? { effectiveEnergy: options.effective.energy(spins) } : {}),
    ...(options.spectrum ? { spectrum: [...model.spectrum(spins)] } : {}),
  };
}

/** The averages with all their digits: where the bands are all but empty, they are smaller than the bound on their errors, and only the levels resolve them. */
function resolved(model: SpinFermionModel, spins: Float64Array): Measurement {
  const measured = model.measure(spins);
  const { parameters, measurementErrors } = model;
  if (measured.density > measurementErrors.density) return measured;
  return levelAverages(model.spectrum(spins), measured.classicalEnergy, parameters);
}

/** Triples of components, one per site. */
export function vectors(flat: Float64Array): Vector[] {
  return Array.from({ length: flat.length / 3 }, (_, i) => [flat[3 * i], flat[3 * i + 1], flat[3 * i + 2]]);
}

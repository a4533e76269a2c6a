/**
 * Averages over the electrons without a spectrum: each is Σ_n φ(E_n − μ), and every φ is a sum over the same resolvents, whose traces
 * Re tr(w + iK)⁻¹ = Σ w/(w² + E²) and Im tr(w + iK)⁻¹ = −Σ E/(w² + E²) one selected inversion per shift gives.
 */
import { cache } from '../numeric/cache.ts';
import {
  type LevelFunction,
  type MeasurementExpansion,
  measurementExpansion,
} from '../numeric/rational/measurement-expansion.ts';
import type { Engine } from '../wasm/engine.ts';
import { fermionAverages } from './averages.ts';
import { createPoleFactors } from './factor/engines.ts';
import type { PoleProblem } from './factor/problem.ts';
import type { Measurement } from './model.ts';
import type { FactorPattern } from './pattern/pattern.ts';
import type { SpinFermionSystem } from './system.ts';

/** How levels are found, and how well `measure` shall know their averages. */
export interface Averages {
  readonly spectrum: (spins: Float64Array) => Float64Array;
  /** Error per level, in units of the cutoff. */
  readonly tolerance: number;
}

export type Measure = (spins: Float64Array, logWeight: number) => Measurement;

/** Temperatures above this many cutoffs are hot: the expansion, whose errors are fractions of T, would lose digits of energies that are not. */
const HOTTEST = 2;

/** Whether averages come from the levels and not from resolvents. */
export const isHot = ({ parameters, cutoff }: SpinFermionSystem): boolean => parameters.temperature > HOTTEST * cutoff;

/** Expansions take up to a tenth of a second and depend on three numbers only. */
const expansions = cache<MeasurementExpansion>(8);

export function measurementExpansionOf({ parameters, cutoff }: SpinFermionSystem, tolerance: number) {
  const numbers = [1 / parameters.temperature, cutoff, tolerance] as const;
  return expansions(numbers.join(), () => measurementExpansion(...numbers));
}

/**
 * Averages from the levels where it is hot, from resolvents otherwise. `problem`: that of the weight, for its arithmetic. Tolerances are those of a level function,
 * in units of the cutoff to the power of its dimension; energies enter observables, not weights.
 */
export function createMeasurement(
  system: SpinFermionSystem,
  pattern: FactorPattern,
  problem: PoleProblem,
  engine: Engine,
  { spectrum, tolerance }: Averages,
): Measure {
  return isHot(system)
    ? measureLevels(system, spectrum)
    : measureResolvents(system, pattern, problem, engine, tolerance);
}

function measureLevels(
  { classical, parameters }: SpinFermionSystem,
  spectrum: (spins: Float64Array) => Float64Array,
): Measure {
  return (spins, logWeight) => {
    const fermions = fermionAverages(spectrum(spins), parameters);
    const classicalEnergy = classical.energy(spins);
    return {
      ...fermions,
      logWeight,
      classicalEnergy,
      freeEnergy: -parameters.temperature * logWeight,
      energy: fermions.energy + classicalEnergy,
    };
  };
}

function measureResolvents(
  system: SpinFermionSystem,
  pattern: FactorPattern,
  problem: PoleProblem,
  engine: Engine,
  tolerance: number,
): Measure {
  const { siteCount, classical, parameters } = system;
  const { temperature, chemicalPotential } = parameters;
  const expansion = measurementExpansionOf(system, tolerance);
  const { shifts } = expansion;
  const factors = createPoleFactors(engine, pattern, { ...problem, shifts, weights: new Float64Array(shifts.length) });
  return (spins, logWeight) => {
    const { traceReal, traceImaginary } = factors.resolvents(spins);
    const even = (f: LevelFunction) =>
      2 * siteCount * f.constant + f.slope * system.traceOfSquare + weighted(f, (j) => shifts[j] * traceReal[j]);
    const odd = (f: LevelFunction) => f.constant * system.trace - weighted(f, (j) => traceImaginary[j]);
    const classicalEnergy = classical.energy(spins);
    // What cannot be negative is not, where the errors of the expansion are larger than what is left of it.
    const particles = Math.min(2 * siteCount, Math.max(0, siteCount - odd(expansion.occupation) / 2));
    const excess = (system.trace - even(expansion.energy)) / 2;
    return {
      logWeight,
      freeEnergy: -temperature * logWeight,
      energy: excess + chemicalPotential * particles + classicalEnergy,
      classicalEnergy,
      density: particles / siteCount,
      energyFluctuation: Math.max(0, even(expansion.energyFluctuation)),
      numberFluctuation: Math.max(0, even(expansion.numberFluctuation)),
      crossFluctuation: odd(expansion.crossFluctuation),
    };
  };
}

function weighted({ weights }: LevelFunction, value: (j: number) => number): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) sum += weights[j] * value(j);
  return sum;
}

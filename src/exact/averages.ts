/** Thermal averages straight from the levels. */
import { exp, log1p } from '../numeric/elementary.ts';
import type { Measurement } from './model.ts';

/** The electrons' part of a measurement: no classical energy in it. */
type FermionAverages = Omit<Measurement, 'classicalEnergy'>;

export interface Ensemble {
  readonly chemicalPotential: number;
  /** T ≥ 0. */
  readonly temperature: number;
}

/** At T = 0 a level this close to μ, as a fraction of the largest |E|, is half filled. */
const AT_THE_FERMI_LEVEL = 1e-12;

/** All averages of the grand canonical ensemble with the given levels (2N, any order). At T = 0 log W is NaN and f a step. */
export const fermionAverages = (levels: Float64Array, ensemble: Ensemble): FermionAverages =>
  ensemble.temperature > 0 ? thermalAverages(levels, ensemble) : groundStateAverages(levels, ensemble);

/** One loop with one exponential for each level: curves take the averages of a hundred thousand configurations. */
function thermalAverages(levels: Float64Array, { chemicalPotential, temperature }: Ensemble): FermionAverages {
  let [logWeight, energy, particles, energyFluctuation, numberFluctuation, crossFluctuation] = [0, 0, 0, 0, 0, 0];
  for (let n = 0; n < levels.length; n++) {
    const excess = levels[n] - chemicalPotential;
    const x = excess / temperature;
    const e = exp(-Math.abs(x));
    const f = fermi(x, e);
    const spread = f * (1 - f);
    // log(1 + e^−x); the logarithm of 1 + e is e where e is lost in the sum.
    const logarithm = 1 + e === 1 ? e : log1p(e);
    logWeight += x < 0 ? -x + logarithm : logarithm;
    energy += f * (excess + chemicalPotential);
    particles += f;
    energyFluctuation += spread * excess * excess;
    numberFluctuation += spread;
    crossFluctuation += spread * excess;
  }
  return {
    logWeight,
    freeEnergy: -temperature * logWeight,
    energy,
    density: particles / (levels.length / 2),
    energyFluctuation,
    numberFluctuation,
    crossFluctuation,
  };
}

function groundStateAverages(levels: Float64Array, ensemble: Ensemble): FermionAverages {
  const { chemicalPotential } = ensemble;
  const occupation = occupations(levels, ensemble);
  const sum = (term: (excess: number, f: number) => number) =>
    levels.reduce((total, level, n) => total + term(level - chemicalPotential, occupation[n]), 0);
  return {
    logWeight: Number.NaN,
    freeEnergy: sum((excess, f) => f * excess),
    energy: sum((excess, f) => f * (excess + chemicalPotential)),
    density: sum((_, f) => f) / (levels.length / 2),
    energyFluctuation: sum((excess, f) => f * (1 - f) * excess * excess),
    numberFluctuation: sum((_, f) => f * (1 - f)),
    crossFluctuation: sum((excess, f) => f * (1 - f) * excess),
  };
}

/** The averages of electrons with these levels, with the classical energy of the spins added. */
export function levelAverages(levels: Float64Array, classicalEnergy: number, ensemble: Ensemble): Measurement {
  const fermions = fermionAverages(levels, ensemble);
  const { temperature } = ensemble;
  return {
    ...fermions,
    classicalEnergy,
    logWeight: fermions.logWeight - (temperature > 0 ? classicalEnergy / temperature : 0),
    freeEnergy: fermions.freeEnergy + classicalEnergy,
    energy: fermions.energy + classicalEnergy,
  };
}

/** Fermi function of every level; a step at T = 0, ½ at μ itself. */
export function occupations(levels: Float64Array, { chemicalPotential, temperature }: Ensemble): Float64Array {
  if (temperature > 0) return levels.map((level) => fermi((level - chemicalPotential) / temperature));
  const isAt = atFermiLevel(levels, chemicalPotential);
  return levels.map((level) => (isAt(level) ? 0.5 : level < chemicalPotential ? 1 : 0));
}

/** A function that says whether a level counts as one at μ. */
export function atFermiLevel(levels: Float64Array, chemicalPotential: number): (level: number) => boolean {
  const width = AT_THE_FERMI_LEVEL * levels.reduce((largest, level) => Math.max(largest, Math.abs(level)), 0);
  return (level) => Math.abs(level - chemicalPotential) <= width;
}

/** 1/(1 + e^x) with no overflow; e = e^−|x|. */
export const fermi = (x: number, e = exp(-Math.abs(x))): number => (x > 0 ? e / (1 + e) : 1 / (1 + e));

/** Thermal averages straight from the levels. */
import { exp, softplus } from '../numeric/elementary.ts';
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
export function fermionAverages(levels: Float64Array, ensemble: Ensemble): FermionAverages {
  const { chemicalPotential, temperature } = ensemble;
  const occupation = occupations(levels, ensemble);
  const sum = (term: (excess: number, f: number) => number) =>
    levels.reduce((total, level, n) => total + term(level - chemicalPotential, occupation[n]), 0);
  const logWeight = temperature > 0 ? sum((excess) => softplus(-excess / temperature)) : Number.NaN;
  return {
    logWeight,
    freeEnergy: temperature > 0 ? -temperature * logWeight : sum((excess, f) => f * excess),
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

/** 1/(1 + e^x) with no overflow. */
export function fermi(x: number): number {
  const e = exp(-Math.abs(x));
  return x > 0 ? e / (1 + e) : 1 / (1 + e);
}

/** Thermal averages and forces straight from the levels and their vectors: what every fast route is tested against. */
import { exp, softplus } from '../../numeric/elementary.ts';
import type { Measurement } from '../model.ts';
import type { EigenSystem } from './eigensystem.ts';

/** The electrons' part of a measurement: no classical energy in it. */
export type FermionAverages = Omit<Measurement, 'classicalEnergy'>;

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

/**
 * −∂F/∂S_i = −(J/2) Tr[σ ρ_ii], Cartesian, x y z of site 0, of site 1, … (3N); ρ = f(H) (Hellmann-Feynman).
 * The part along S_i is kept. At T = 0 this is the force of the ground state, or the mean over its degenerate ones.
 */
export function fermionForces({ levels, vectors }: EigenSystem, coupling: number, ensemble: Ensemble): Float64Array {
  const occupation = occupations(levels, ensemble);
  const force = new Float64Array((3 * levels.length) / 2);
  for (let n = 0; n < levels.length; n++)
    for (let i = 0; i < levels.length / 2; i++) {
      const up = n * levels.length + 2 * i;
      const [x, y] = [vectors.real[up], vectors.imaginary[up]];
      const [u, v] = [vectors.real[up + 1], vectors.imaginary[up + 1]];
      const factor = (-coupling / 2) * occupation[n];
      force[3 * i] += factor * 2 * (x * u + y * v);
      force[3 * i + 1] += factor * 2 * (x * v - y * u);
      force[3 * i + 2] += factor * (x * x + y * y - u * u - v * v);
    }
  return force;
}

/** Fermi function of every level; a step at T = 0, ½ at μ itself. */
function occupations(levels: Float64Array, { chemicalPotential, temperature }: Ensemble): Float64Array {
  if (temperature > 0) return levels.map((level) => fermi((level - chemicalPotential) / temperature));
  const isAt = atFermiLevel(levels, chemicalPotential);
  return levels.map((level) => (isAt(level) ? 0.5 : level < chemicalPotential ? 1 : 0));
}

/** Tells which of the levels count as those at μ. */
export function atFermiLevel(levels: Float64Array, chemicalPotential: number): (level: number) => boolean {
  const width = AT_THE_FERMI_LEVEL * levels.reduce((largest, level) => Math.max(largest, Math.abs(level)), 0);
  return (level) => Math.abs(level - chemicalPotential) <= width;
}

/** 1/(1 + e^x) with no overflow. */
function fermi(x: number): number {
  const e = exp(-Math.abs(x));
  return x > 0 ? e / (1 + e) : 1 / (1 + e);
}

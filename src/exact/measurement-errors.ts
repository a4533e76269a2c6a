/** How well averages over the electrons are known: bounds on the error of every entry of a measurement. */
import { largestClassicalEnergy } from './classical/bounds.ts';
import { isHot, measurementExpansionOf } from './measurement.ts';
import type { Measurement } from './model.ts';
import { poleErrorBound } from './pole-expansion.ts';
import { denseRoundingBound } from './rounding.ts';
import type { SpinFermionSystem } from './system.ts';

/** Unit roundoff of doubles times the factor that bounds of this library allow for (rounding.ts). */
const ROUNDING = 16 * 2.220446049250313e-16;

/** Bounds per level on functions of it: dimensionless ones, energies, and squares of energies. */
interface LevelErrors {
  readonly occupation: number;
  readonly energy: number;
  readonly numberFluctuation: number;
  readonly crossFluctuation: number;
  readonly energyFluctuation: number;
}

/**
 * Bounds for the routes without a full diagonalisation. `tolerance`: that of the measurement; what its expansion reaches is at most this many cutoffs, and usually
 * much better.
 */
export function measurementErrors(system: SpinFermionSystem, tolerance: number): Measurement {
  const levels = isHot(system) ? errorsOfLevels(system) : errorsOfExpansion(system, tolerance);
  return totals(system, levels, poleErrorBound(system));
}

/** Bounds for levels that a full diagonalisation gives. */
export function denseMeasurementErrors(system: SpinFermionSystem): Measurement {
  const bound = denseRoundingBound(system);
  return totals(system, errorsOfLevels(system), bound);
}

/** Sums over all 2N levels; the density is per site, and energies have that of the spins in them. */
function totals(system: SpinFermionSystem, level: LevelErrors, logWeight: number): Measurement {
  const { siteCount, parameters } = system;
  const classicalEnergy = ROUNDING * largestClassicalEnergy(parameters);
  return {
    logWeight,
    freeEnergy: (parameters.temperature || 1) * logWeight,
    energy: siteCount * (level.energy + Math.abs(parameters.chemicalPotential) * level.occupation) + classicalEnergy,
    classicalEnergy,
    density: level.occupation,
    energyFluctuation: 2 * siteCount * level.energyFluctuation,
    numberFluctuation: 2 * siteCount * level.numberFluctuation,
    crossFluctuation: 2 * siteCount * level.crossFluctuation,
  };
}

/** Errors of the expansion, and rounding of the resolvents as in log W: relative to the largest values of the functions. */
function errorsOfExpansion(system: SpinFermionSystem, tolerance: number): LevelErrors {
  const { cutoff, parameters } = system;
  const { temperature: t } = parameters;
  const expansion = measurementExpansionOf(system, tolerance);
  const rounding = ROUNDING * (1 + cutoff / t);
  // With levels in pairs ±E about μ the errors of occupations cancel in pairs, as the occupations do.
  const paired = system.sublattice !== undefined && parameters.chemicalPotential === 0;
  return {
    occupation: (paired ? 0 : expansion.occupation.error) + rounding,
    energy: expansion.energy.error + rounding * cutoff,
    numberFluctuation: expansion.numberFluctuation.error + rounding,
    crossFluctuation: expansion.crossFluctuation.error + rounding * t,
    energyFluctuation: expansion.energyFluctuation.error + rounding * t * t,
  };
}

/** Levels are known to rounding of the largest; no function of a level over T has a slope above 1. At T = 0 occupations are whole or half. */
function errorsOfLevels({ cutoff, parameters, siteCount }: SpinFermionSystem): LevelErrors {
  const { temperature: t } = parameters;
  const level = ROUNDING * siteCount * cutoff;
  const scaled = ROUNDING + (t > 0 ? level / t : 0);
  return {
    occupation: scaled,
    energy: 2 * level,
    numberFluctuation: scaled,
    crossFluctuation: scaled * t,
    energyFluctuation: scaled * t * t,
  };
}

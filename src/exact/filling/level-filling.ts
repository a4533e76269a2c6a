/** The chemical potential that fills the levels of one configuration as wanted. */
import { fermi } from '../averages.ts';

/** The number of electrons, or of holes where they are fewer, may be off by this fraction where the filling leaves the chemical potential open: averages have fewer digits. */
const TOLERANCE = 1e-10;

/** A chemical potential, and how well the filling determines it. */
export interface LevelFilling {
  readonly chemicalPotential: number;
  /** All chemical potentials that will do, where they differ by more than T: those of a gap. */
  readonly interval?: readonly [number, number];
  /** At T = 0, where levels at μ are filled in part. */
  readonly shared?: SharedLevels;
}

/** Levels at μ that share what is left of the electrons, as the mean over all ways to fill them has it. */
export interface SharedLevels {
  /** The occupation of each, between 0 and 1. */
  readonly occupation: number;
  /** Chemical potentials at which all of them are empty, and filled. */
  readonly empty: number;
  readonly filled: number;
}

/** A product of two doubles is a whole number only nearly, as 0.07 electrons on each of 100 sites are 7. */
const NEARLY_WHOLE = 1e-14;

/** As a fraction of the largest |E|: levels this close are one level, as in the averages at T = 0. */
const SAME_LEVEL = 1e-12;

/**
 * The chemical potential at which 2N `levels`, ascending, hold `filling` electrons per site, between 0 and 2. T > 0: to the last digit, and in the middle of those that
 * will do where the filling leaves it open. T = 0: in the middle of the gap above the last filled level, or at the level that is filled in part.
 */
export function fillLevels(levels: Float64Array, filling: number, temperature: number): LevelFilling {
  const electrons = (filling * levels.length) / 2;
  const whole = Math.round(electrons);
  const meant = Math.abs(electrons - whole) <= NEARLY_WHOLE * electrons ? whole : electrons;
  return temperature > 0 ? thermal(levels, meant, temperature) : groundState(levels, meant);
}

function thermal(levels: Float64Array, electrons: number, temperature: number): LevelFilling {
  const tolerance = TOLERANCE * Math.min(electrons, levels.length - electrons);
  const excess = excessOf(levels, electrons, temperature);
  const threshold = thresholdsWithin(excess, levels, temperature);
  const low = threshold((surplus) => surplus < -tolerance);
  const high = threshold((surplus) => surplus <= tolerance);
  if (high - low > temperature) return { chemicalPotential: (low + high) / 2, interval: [low, high] };
  // Where levels are too far away for any surplus, it vanishes in an interval.
  const first = threshold((surplus) => surplus < 0);
  const last = threshold((surplus) => surplus <= 0);
  return { chemicalPotential: (first + last) / 2 };
}

/**
 * How many electrons there are too many at μ. Counted from a filled lower part of the levels: electrons above it, minus holes in it, so that numbers far below 1
 * keep their digits and their sign.
 */
function excessOf(levels: Float64Array, electrons: number, temperature: number): (mu: number) => number {
  const below = Math.floor(electrons);
  return (mu) => {
    let above = 0;
    let holes = 0;
    for (let k = 0; k < below; k++) holes += fermi((mu - levels[k]) / temperature);
    for (let k = below; k < levels.length; k++) above += fermi((levels[k] - mu) / temperature);
    return above - holes - (electrons - below);
  };
}

/** A function that finds the μ up to which a condition on the surplus holds, by bisection to the last bit. */
function thresholdsWithin(excess: (mu: number) => number, levels: Float64Array, temperature: number) {
  return (holds: (surplus: number) => boolean): number => {
    let [low, high] = bracket(levels, temperature, (mu) => holds(excess(mu)));
    for (;;) {
      const middle = (low + high) / 2;
      if (!(middle > low && middle < high)) return middle;
      if (holds(excess(middle))) low = middle;
      else high = middle;
    }
  };
}

/** Bounds between which a condition on μ, true far below and false far above all levels, ends. */
function bracket(levels: Float64Array, temperature: number, holds: (mu: number) => boolean): [number, number] {
  let pad = 40 * temperature;
  const [lowest, highest] = [levels[0], levels[levels.length - 1]];
  // Occupations underflow at some 745 T: there the condition is decided.
  while (pad < 1000 * temperature && !(holds(lowest - pad) && !holds(highest + pad))) pad *= 2;
  return [lowest - pad, highest + pad];
}

function groundState(levels: Float64Array, electrons: number): LevelFilling {
  const largest = Math.max(Math.abs(levels[0]), Math.abs(levels[levels.length - 1]));
  const width = SAME_LEVEL * largest;
  const count = Math.floor(electrons);
  const gap = levels[count] - levels[count - 1];
  if (count === electrons && gap > width) {
    const interval = [levels[count - 1], levels[count]] as const;
    return { chemicalPotential: (interval[0] + interval[1]) / 2, interval };
  }
  return sharedLevel(levels, electrons, width);
}

function sharedLevel(levels: Float64Array, electrons: number, width: number): LevelFilling {
  const level = levels[Math.floor(electrons)];
  const first = levels.findIndex((one) => one >= level - width);
  const last = levels.findLastIndex((one) => one <= level + width);
  const middle = (levels[first] + levels[last]) / 2;
  const beyond = 1 + levels[levels.length - 1] - levels[0];
  return {
    chemicalPotential: middle,
    shared: {
      occupation: (electrons - first) / (last - first + 1),
      empty: first > 0 ? (levels[first - 1] + levels[first]) / 2 : middle - beyond,
      filled: last < levels.length - 1 ? (levels[last] + levels[last + 1]) / 2 : middle + beyond,
    },
  };
}

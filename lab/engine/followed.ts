/** The series of a chain that the page follows, in memory that does not grow. */
import type { Values } from '../../src/index.ts';

/** What is followed, as far as a chain has it. */
export const FOLLOWED: readonly string[] = ['energyPerSite', 'magnetization2', 'staggeredMagnetization2', 'density'];
const STRUCTURE_FACTOR = /^structureFactor_/;

export interface Followed {
  /** Samples measured so far. */
  readonly count: number;
  readonly names: readonly string[];
  /** The values of one observable so far. */
  series(name: string): Float64Array;
  readonly logImportance: Float64Array;
  readonly logRatio: Float64Array;
  /** Means of the structure factors, each sample with its weight. */
  structureFactors(): Record<string, number>;
  add(values: Values): void;
}

/** Room for `capacity` samples whose values are named as in `first`. */
export function follow(first: Values, capacity: number): Followed {
  const names = FOLLOWED.filter((name) => name in first);
  const columns = new Map([...names, 'logImportance', 'logRatio'].map((name) => [name, new Float64Array(capacity)]));
  const column = (name: string) => columns.get(name) as Float64Array;
  const factors = Object.keys(first).filter((name) => STRUCTURE_FACTOR.test(name));
  const means = weightedMeans(factors);
  let count = 0;
  return {
    get count() {
      return count;
    },
    names,
    series: (name) => column(name).subarray(0, count),
    get logImportance() {
      return column('logImportance').subarray(0, count);
    },
    get logRatio() {
      return column('logRatio').subarray(0, count);
    },
    structureFactors: means.read,
    add(values) {
      if (count === capacity) return;
      for (const [name, all] of columns) all[count] = values[name] ?? Number.NaN;
      means.add(values);
      count++;
    },
  };
}

/** Running means under weights exp(logImportance); weights are kept in units of the largest so far. */
function weightedMeans(names: readonly string[]) {
  const sums = new Float64Array(names.length);
  let [total, largest] = [0, Number.NEGATIVE_INFINITY];
  return {
    add(values: Values) {
      const logWeight = values.logImportance;
      if (logWeight > largest) {
        const scale = Math.exp(largest - logWeight);
        for (let k = 0; k < sums.length; k++) sums[k] *= scale;
        total *= scale;
        largest = logWeight;
      }
      const weight = Math.exp(logWeight - largest);
      total += weight;
      for (let k = 0; k < sums.length; k++) sums[k] += weight * values[names[k]];
    },
    read: () => Object.fromEntries(names.map((name, k) => [name, sums[k] / total])),
  };
}

/** How a time grows with the number of sites. */
import type { Exponent } from '../result.ts';

/** A line and its scatter take three points at least. */
const FEWEST_POINTS = 3;

interface TimedSize {
  readonly sites: number;
  readonly milliseconds: number;
}

/**
 * The least-squares slope of log time against log N over the upper half of the sizes, three of them at least: small lattices are ruled by what each call
 * costs, and bend the line. Three points leave one degree of freedom to their scatter, so that the error is a rough one. Undefined where there are fewer than three sizes.
 */
export function fitExponent(times: readonly TimedSize[]): Pick<Exponent, 'exponent' | 'error' | 'sites'> | undefined {
  const count = Math.max(FEWEST_POINTS, Math.ceil(times.length / 2));
  if (times.length < count) return undefined;
  const upper = times.toSorted((a, b) => a.sites - b.sites).slice(-count);
  const { slope, error } = line(
    upper.map(({ sites }) => Math.log(sites)),
    upper.map(({ milliseconds }) => Math.log(milliseconds)),
  );
  return { exponent: slope, error, sites: [upper[0].sites, upper[count - 1].sites] };
}

function line(x: readonly number[], y: readonly number[]): { slope: number; error: number } {
  const [centre, height] = [mean(x), mean(y)];
  const spread = sum(x.map((value) => (value - centre) ** 2));
  const slope = sum(x.map((value, k) => (value - centre) * (y[k] - height))) / spread;
  const residue = sum(x.map((value, k) => (y[k] - height - slope * (value - centre)) ** 2));
  return { slope, error: Math.sqrt(residue / (x.length - 2) / spread) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

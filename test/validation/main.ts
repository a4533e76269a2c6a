/**
 * `npm run validate`: exactness more strictly than a test has time for, at errors of 1 ‰ (4 ‰ with the bad model) and over many seeds;
 * and runs that are killed fifty times.
 *
 * Every quantity is tested twice: the mean over all seeds against the known one, and the spread of the seeds against their error bars. It fails
 * when any of these tests has a probability below 10⁻³ divided by their number. Exit codes: 0 passed, 1 failed, 2 the options are wrong.
 */
import { table } from '../../src/report/table.ts';
import { type Case, casesFor } from './cases.ts';
import { type Comparison, probability } from './comparison.ts';
import { surviveKills } from './kills.ts';
import { HELP, KILLS, type Options, optionsFrom } from './options.ts';

function passed(options: Options): boolean {
  const isExact = options.only === KILLS || validate(options) === 0;
  const hasKills = options.only === KILLS || (options.only === '' && options.shorter === 1 && !options.broken);
  return (!hasKills || surviveKills()) && isExact;
}

/** Of a false alarm. */
const PROBABILITY = 1e-3;

/** Prints a table as it goes; returns how many comparisons failed. */
function validate(options: Options): number {
  const compared = casesFor(options).flatMap(compareAndPrint);
  if (compared.length === 0) throw new Error(`--only: expected part of a title, found "${options.only}"`);
  const limit = PROBABILITY / (2 * compared.length);
  const failed = compared.filter(({ comparison }) => probability(comparison) < limit);
  for (const { title, comparison } of failed) console.log(`failed: ${title}: ${comparison.quantity}`);
  console.log(
    `\n${failed.length} of ${compared.length} quantities failed; limit of each probability ${limit.toExponential(1)}`,
  );
  return failed.length;
}

function compareAndPrint({ title, compare }: Case) {
  const comparisons = compare();
  console.log(`\n${title}\n${table([HEADER, ...comparisons.map(cells)])}`);
  return comparisons.map((comparison) => ({ title, comparison }));
}

const HEADER = ['', 'known', 'found', 'error ‰', 'pull', 'p', 'variance', 'p'];

function cells({ quantity, known, mean, relativeError, pull, variance, probabilities }: Comparison): string[] {
  const numbers = [known.toFixed(6), mean.toFixed(6), (1000 * relativeError).toFixed(2)];
  const tests = [pull.toFixed(2), probabilities.pull, variance.toFixed(2), probabilities.variance];
  return [quantity, ...numbers, ...tests.map((test) => (typeof test === 'string' ? test : test.toPrecision(2)))];
}

try {
  const options = optionsFrom(process.argv.slice(2));
  if (options) process.exitCode = Number(!passed(options));
  else console.log(HELP);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${HELP}`);
  process.exitCode = 2;
}

/** Whether two ways to the same numbers differ by no more than chance. */
import { largestByChance } from '../../src/statistics/chance.ts';
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import type { Verdict } from '../target.ts';
import type { Combined } from './seeds.ts';

export interface Difference {
  /** Differences of one quantity come from independent runs; those of different quantities need not. */
  readonly quantity: string;
  /** Which run. */
  readonly where: string;
  /** In units of its error. */
  readonly pull: number;
}

export interface QuantityTest {
  readonly quantity: string;
  readonly points: number;
  readonly chiSquare: number;
  /** Probability of a larger χ². */
  readonly probability: number;
}

export interface Agreement {
  readonly tests: readonly QuantityTest[];
  /** Of all points; its law is not that of χ², for quantities of one run are correlated. */
  readonly points: number;
  readonly chiSquare: number;
  /** Of a quantity as bad as the worst among so many (Bonferroni), however they are correlated. */
  readonly probability: number;
  /** Undefined without differences. */
  readonly largest: Difference | undefined;
  /** |pull| that chance exceeds once in a thousand such comparisons. */
  readonly limit: number;
  readonly verdict: Verdict;
}

/** Below the first, chance is no explanation; between both, it is a poor one. */
const [IMPOSSIBLE, UNLIKELY] = [0.001, 0.01];

export const pullOf = (a: Combined, b: Combined): number => (a.value - b.value) / Math.hypot(a.error, b.error);

/** Undecided where there is nothing to compare. */
export function agreement(differences: readonly Difference[]): Agreement {
  const tests = [...Map.groupBy(differences, ({ quantity }) => quantity)].map(([quantity, same]) => {
    const chiSquare = sumOfSquares(same);
    return { quantity, points: same.length, chiSquare, probability: chiSquareTail(chiSquare, same.length) };
  });
  const probability = Math.min(1, ...tests.map((test) => tests.length * test.probability));
  return {
    tests,
    points: differences.length,
    chiSquare: sumOfSquares(differences),
    probability,
    largest: differences.toSorted((a, b) => Math.abs(b.pull) - Math.abs(a.pull))[0],
    limit: largestByChance(differences.length),
    verdict: verdictOf(differences.length, probability),
  };
}

function verdictOf(points: number, probability: number): Verdict {
  if (points === 0) return 'undecided';
  return probability < IMPOSSIBLE ? 'does not hold' : probability < UNLIKELY ? 'undecided' : 'holds';
}

const sumOfSquares = (differences: readonly Difference[]): number =>
  differences.reduce((sum, { pull }) => sum + pull * pull, 0);

/** χ², the worst quantity and the largest difference, in a sentence. */
export function agreementText({ points, chiSquare, tests, probability, largest, limit }: Agreement): string {
  if (!largest) return 'Nothing to compare.';
  return (
    `χ² = ${chiSquare.toFixed(1)} for ${points} differences. Of ${tests.length} quantities the worst has a χ² that chance exceeds with p = ${probability.toPrecision(2)} ` +
    `(for so many quantities). The largest difference is ${Math.abs(largest.pull).toFixed(1)} σ (${largest.quantity}, ${largest.where}); chance allows ${limit.toFixed(1)} σ.`
  );
}

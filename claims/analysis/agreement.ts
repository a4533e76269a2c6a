/** Whether two methods agree: whether their averages differ by no more than chance. */
import { largestByChance } from '../../src/statistics/chance.ts';
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import type { Verdict } from '../target.ts';

export interface Difference {
  /** The name of the quantity. Differences of one quantity come from independent runs; those of different quantities need not. */
  readonly quantity: string;
  /** The run in words. */
  readonly where: string;
  /** The difference in units of its error. */
  readonly pull: number;
}

interface QuantityTest {
  readonly quantity: string;
  readonly points: number;
  readonly chiSquare: number;
  /** The probability of a larger χ². */
  readonly probability: number;
}

interface Agreement {
  readonly tests: readonly QuantityTest[];
  readonly points: number;
  /** The sum over all points; its distribution is not that of χ², since quantities of one run are correlated. */
  readonly chiSquare: number;
  /** The probability of a quantity as bad as the worst among so many (Bonferroni), however they are correlated. */
  readonly probability: number;
  /** The largest difference; undefined where there is none at all. */
  readonly largest: Difference | undefined;
  /** The |pull| that chance exceeds once in a thousand such comparisons. */
  readonly limit: number;
  readonly verdict: Verdict;
}

/** Probabilities: below the first, chance is no explanation; between the two, it is a poor one. */
const [IMPOSSIBLE, UNLIKELY] = [0.001, 0.01];

/** The agreement by all differences; undecided where there is nothing to compare. */
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

/** A sentence with χ², the worst quantity and the largest difference. */
export function agreementText({ points, chiSquare, tests, probability, largest, limit }: Agreement): string {
  if (!largest) return 'Nothing to compare.';
  return (
    `χ² = ${chiSquare.toFixed(1)} for ${points} differences. The smallest p-value of ${tests.length} quantities is ${probability.toPrecision(2)}, their number taken into account. ` +
    `The largest deviation is ${Math.abs(largest.pull).toFixed(1)} σ (${largest.quantity}, ${largest.where}), expected by chance up to ${limit.toFixed(1)} σ.`
  );
}

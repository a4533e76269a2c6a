/** What is left of a transformer on a larger lattice. */
import { pullOf } from '../analysis/agreement.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import { BUDGET, type Measured, SIZES, type Transfer } from './plan.ts';

export function findingsOf(transfers: readonly Transfer[]): Finding[] {
  const bounded = transfers.filter(({ variant: { choice } }) => choice.normalised || choice.window !== undefined);
  const plain = transfers.filter((transfer) => !bounded.includes(transfer));
  return [unchanged(bounded), normalisation(bounded, plain[0]), refit(bounded), comparison(bounded)];
}

const larger = SIZES.slice(1);

/** At L = 8 and 12: three numbers and their model. */
const rates = ({ variant, sizes }: Transfer, way: 'unchanged' | 'refitted'): string =>
  `${variant.name} ${sizes
    .slice(1)
    .map((size) => combinedText(size[way].acceptance))
    .join(' and ')}`;

const linearRates = ({ sizes }: Transfer): string =>
  sizes
    .slice(1)
    .map(({ linear }) => combinedText(linear.acceptance))
    .join(' and ');

const at = `at L = ${larger.join(' and ')}`;

function unchanged(bounded: readonly Transfer[]): Finding {
  const pulls = bounded.flatMap(({ sizes }) =>
    sizes.slice(1).map(({ unchanged: own, linear }) => pullOf(own.acceptance, linear.acceptance)),
  );
  return {
    claim:
      'What was learned on a small lattice, by attention with a normalised sum or a window, can be used as it is on a larger one: within errors it is accepted as often as the linear model fitted there.',
    found: `Acceptance ${at}: ${bounded.map((one) => rates(one, 'unchanged')).join('; ')}; linear, all shells, ${linearRates(bounded[0])}.`,
    verdict: pulls.every(isLess) ? 'does not hold' : pulls.some(isLess) ? 'holds in part' : 'holds',
  };
}

function normalisation(bounded: readonly Transfer[], plain: Transfer): Finding {
  const pulls = bounded.flatMap(({ sizes }) =>
    sizes.slice(1).map(({ unchanged: own }, k) => pullOf(own.acceptance, plain.sizes[k + 1].unchanged.acceptance)),
  );
  return {
    claim: 'Unchanged weights are accepted more often where the attention sum is normalised or has a window.',
    found: `Acceptance unchanged ${at}: ${[...bounded, plain].map((one) => rates(one, 'unchanged')).join('; ')}.`,
    verdict: verdictOf(pulls),
  };
}

function refit(bounded: readonly Transfer[]): Finding {
  const pulls = bounded.flatMap(({ sizes }) =>
    sizes.slice(1).map(({ refitted, unchanged: own }) => pullOf(refitted.acceptance, own.acceptance)),
  );
  return {
    claim: `A new readout from at most ${BUDGET} exact evaluations helps attention with a normalised sum or a window.`,
    found: `Acceptance refitted ${at}: ${bounded.map((one) => rates(one, 'refitted')).join('; ')}; unchanged: ${bounded.map((one) => rates(one, 'unchanged')).join('; ')}.`,
    verdict: verdictOf(pulls),
  };
}

function comparison(bounded: readonly Transfer[]): Finding {
  const pulls = bounded.flatMap(({ sizes }) =>
    sizes.slice(1).map(({ refitted, linear }) => pullOf(refitted.acceptance, linear.acceptance)),
  );
  const errors = (pick: (size: Transfer['sizes'][number]) => Measured, { sizes }: Transfer) =>
    sizes
      .slice(1)
      .map((size) => combinedText(pick(size).error))
      .join(' and ');
  const words = bounded.map((one) => `${one.variant.name} ${errors(({ refitted }) => refitted, one)}`);
  return {
    claim: `Transferred and refitted, such attention is better than a linear model with all shells from the same ${BUDGET} evaluations.`,
    found:
      `Acceptance ${at}: ${bounded.map((one) => rates(one, 'refitted')).join('; ')}; linear ${linearRates(bounded[0])}. ` +
      `σ²: ${words.join('; ')}; linear ${errors(({ linear }) => linear, bounded[0])}.`,
    verdict: verdictOf(pulls),
  };
}

const isLess = (pull: number): boolean => pull < -2;

/** Of differences in units of their errors: positive everywhere, somewhere, or nowhere; more than two is no chance. */
function verdictOf(pulls: readonly number[]): Verdict {
  if (pulls.every((pull) => pull > 2)) return 'holds';
  if (pulls.some((pull) => pull > 2)) return 'holds in part';
  return pulls.some((pull) => pull < -2) ? 'does not hold' : 'undecided';
}

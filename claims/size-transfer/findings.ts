/** How good a transformer is on a larger lattice than that of its training. */
import { allAbove, differenceOf, isPositive } from '../analysis/comparing.ts';
import { type Combined, combinedText } from '../analysis/seeds.ts';
import type { Finding } from '../target.ts';
import type { AtSize, Outcome, Transfer, Way } from './outcome.ts';
import { BUDGET, SIZES } from './plan.ts';

export function findingsOf(transfers: Outcome): Finding[] {
  const bounded = transfers.filter(({ candidate: { choice } }) => choice.normalised || choice.window !== undefined);
  const plain = transfers.filter((transfer) => !bounded.includes(transfer));
  return [unchanged(bounded), normalisation(bounded, plain[0]), refit(bounded), comparison(bounded)];
}

const AT = `at L = ${SIZES.slice(1).join(' and ')}`;

const larger = ({ sizes }: Transfer): readonly AtSize[] => sizes.slice(1);

/** The numbers of all lattices but the first. */
const numbers = (transfer: Transfer, of: (size: AtSize) => Combined): string =>
  larger(transfer)
    .map((size) => combinedText(of(size)))
    .join(' and ');

const rates = (transfer: Transfer, way: Way): string => numbers(transfer, (size) => size[way].acceptance);

const namedRates = (transfers: Outcome, way: Way): string =>
  transfers.map((transfer) => `${transfer.candidate.name} ${rates(transfer, way)}`).join('; ');

/** The acceptances in one way minus those in another, on all lattices but the first. */
const gains = (transfers: Outcome, way: Way, over: Way): Combined[] =>
  transfers.flatMap((transfer) =>
    larger(transfer).map((size) => differenceOf(size[way].acceptance, size[over].acceptance)),
  );

function unchanged(bounded: Outcome): Finding {
  const verdicts = gains(bounded, 'linear', 'unchanged').map(isPositive);
  return {
    claim:
      'What was learned on a small lattice, by attention with a normalised sum or a window, can be used as it is on a larger one: within errors it is accepted as often as the linear model fitted there.',
    found: `Acceptance ${AT}: ${namedRates(bounded, 'unchanged')}; linear, all shells, ${rates(bounded[0], 'linear')}.`,
    verdict: verdicts.every((less) => less === 'holds')
      ? 'does not hold'
      : verdicts.includes('holds')
        ? 'holds in part'
        : 'holds',
  };
}

function normalisation(bounded: Outcome, plain: Transfer): Finding {
  const others = larger(plain);
  const differences = bounded.flatMap((transfer) =>
    larger(transfer).map((size, k) => differenceOf(size.unchanged.acceptance, others[k].unchanged.acceptance)),
  );
  return {
    claim: 'Unchanged weights are accepted more often where the attention sum is normalised or has a window.',
    found: `Acceptance unchanged ${AT}: ${namedRates([...bounded, plain], 'unchanged')}.`,
    verdict: allAbove(differences, 0),
  };
}

const refit = (bounded: Outcome): Finding => ({
  claim: `A new readout from at most ${BUDGET} exact evaluations helps attention with a normalised sum or a window.`,
  found: `Acceptance refitted ${AT}: ${namedRates(bounded, 'refitted')}; unchanged: ${namedRates(bounded, 'unchanged')}.`,
  verdict: allAbove(gains(bounded, 'refitted', 'unchanged'), 0),
});

function comparison(bounded: Outcome): Finding {
  const words = bounded.map((one) => `${one.candidate.name} ${numbers(one, ({ refitted }) => refitted.error)}`);
  return {
    claim: `Transferred and refitted, such attention is better than a linear model with all shells from the same ${BUDGET} evaluations.`,
    found:
      `Acceptance ${AT}: ${namedRates(bounded, 'refitted')}; linear ${rates(bounded[0], 'linear')}. ` +
      `σ²: ${words.join('; ')}; linear ${numbers(bounded[0], ({ linear }) => linear.error)}.`,
    verdict: allAbove(gains(bounded, 'refitted', 'linear'), 0),
  };
}

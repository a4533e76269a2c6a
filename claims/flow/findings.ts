/** What flows are worth, and where. */
import { agreement, agreementText, type Difference } from '../analysis/agreement.ts';
import { allAbove, isAbove, pullOf, ratioOf } from '../analysis/comparing.ts';
import { type Cell, flowAt, qualityDifference, qualityOf } from '../analysis/flow-cells.ts';
import { lawsAt } from '../analysis/flow-laws.ts';
import { BASES, type Base, type Conditioner, type Place, placeName } from '../analysis/flow-points.ts';
import { BASE_WORDS, bestOf, evenCost, flowName, pairOf } from '../analysis/flow-rates.ts';
import { HMC, LINEAR } from '../analysis/flow-rivals.ts';
import { combinedText as text } from '../analysis/seeds.ts';
import type { Finding, Verdict } from '../target.ts';
import { exponentOf, growthOf, type Outcome, partitionsOf, ratesAt } from './outcome.ts';
import { COLD, classicalPlaces, cold, comparedPlaces, type Plan } from './plan.ts';

export function findingsOf(outcome: Outcome, plan: Plan): Finding[] {
  const parts = {
    layers: layers(outcome, plan),
    evaluation: linearByEvaluation(outcome, plan),
    second: linearBySecond(outcome, plan),
    uniform: uniformAgainstHmc(
      outcome,
      comparedPlaces(plan),
      'Without any Markov chain, a flow from uniform spins gives more effective samples per second than hybrid Monte Carlo.',
    ),
    sites: fallsWithSites(outcome, plan),
    attention: conditioner(
      outcome,
      plan,
      'shells',
      'Attention makes flows better than a conditioner of shells alone with as many parameters.',
    ),
    equivariance: conditioner(
      outcome,
      plan,
      'components',
      'Equivariance makes flows better than a conditioner of single components with as many parameters.',
    ),
    classical: uniformAgainstHmc(
      outcome,
      classicalPlaces(plan),
      'For spins alone, the classical O(3) model, such a flow gives more effective samples per second than hybrid Monte Carlo.',
    ),
    partition: partitionFunction(outcome, plan),
    cheaper: cheaperPartition(outcome, plan),
  };
  return [verdictOfAll(outcome, plan, parts.partition.verdict), ...Object.values(parts)];
}

/** The best flow over the best other sampler, where both are known. */
const bestRatios = (outcome: Outcome, plan: Plan, key: 'perEvaluation' | 'perSecond') =>
  comparedPlaces(plan).flatMap((place) => {
    const rates = ratesAt(outcome, place);
    const [flow, other] = [bestOf(rates, true, key), bestOf(rates, false, key)];
    return flow && other ? [{ place, flow, other, ratio: ratioOf(flow[key], other[key]) }] : [];
  });

function verdictOfAll(outcome: Outcome, plan: Plan, partition: Verdict): Finding {
  const [evaluations, seconds] = (['perEvaluation', 'perSecond'] as const).map((key) => bestRatios(outcome, plan, key));
  const count = (list: typeof seconds) =>
    `${list.filter(({ ratio }) => isAbove(ratio, 1)).length} of ${list.length} places`;
  const extreme = (list: typeof seconds) => {
    const sorted = list.toSorted((a, b) => a.ratio.value - b.ratio.value);
    const words = ({ place, flow, other, ratio }: (typeof seconds)[number]) =>
      `${text(ratio)} (${placeName(place)}: ${flow.name}; ${other.name})`;
    return `from ${words(sorted[0])} to ${words(sorted[sorted.length - 1])}`;
  };
  const faster = allAbove(
    seconds.map(({ ratio }) => ratio),
    1,
  );
  const better = allAbove(
    evaluations.map(({ ratio }) => ratio),
    1,
  );
  const isOfUse = better === 'holds' || better === 'holds in part' || partition === 'holds';
  return {
    claim:
      'This can be used for flow-based sampling: a flow with equivariant attention is at least as good as every other sampler here.',
    found:
      `Effective samples of the best flow over those of the best other sampler: per exact evaluation above 1 for sure at ${count(evaluations)}, ${extreme(evaluations)}; ` +
      `per second above 1 for sure at ${count(seconds)}, ${extreme(seconds)}, training not counted. Besides, flows from uniform spins know log Z.`,
    verdict: faster === 'holds' ? 'holds' : isOfUse || faster === 'holds in part' ? 'holds in part' : 'does not hold',
  };
}

function layers(outcome: Outcome, plan: Plan): Finding {
  const places = plan.grown.flatMap((length) => BASES.map((base) => ({ length, base })));
  const at = (rounds: number) =>
    places.map(({ length, base }) => flowAt(outcome.cells, { ...cold(length), base, rounds }));
  const [one, more] = [at(1), at(plan.moreRounds)];
  const words = places.map(
    ({ length, base }, k) =>
      `${length} × ${length}, ${BASE_WORDS[base]}: ${text(qualityOf(one[k], 'share'))} and ${text(qualityOf(more[k], 'share'))}`,
  );
  return {
    claim: `More layers make a flow better: ${plan.moreRounds} rounds have a larger effective share than one, from as many exact evaluations.`,
    found: `T = ${COLD}, with one round and with ${plan.moreRounds}: ${words.join('; ')}.`,
    verdict: allAbove(
      more.map((cell, k) => qualityDifference(cell, one[k], 'share')),
      0,
    ),
  };
}

/** The flows on the linear model of so many rounds at all places where there are several seeds, the coldest first. */
const onLinear = (outcome: Outcome, { lengths, growing }: Plan, rounds: number): Cell[] =>
  growing
    .toSorted((a, b) => a - b)
    .flatMap((temperature) =>
      lengths.map((length) => flowAt(outcome.cells, { ...cold(length), temperature, base: 'linear', rounds })),
    );

function linearByEvaluation(outcome: Outcome, plan: Plan): Finding {
  const [flows, alone] = [onLinear(outcome, plan, 1), onLinear(outcome, plan, 0)];
  const gains = flows.map((cell, k) => qualityDifference(cell, alone[k], 'share'));
  const words = flows.map(
    (cell, k) =>
      `${placeName(cell.point)}: ${text(qualityOf(cell, 'share'))} and ${text(qualityOf(alone[k], 'share'))}, difference ${text(gains[k])}`,
  );
  return {
    claim:
      'On the linear model a flow is worth more effective samples per exact evaluation than reweighting by that model alone.',
    found: `The effective share with a flow and without, from the same linear models: ${words.join('; ')}.`,
    verdict: allAbove(gains, 0),
  };
}

function linearBySecond(outcome: Outcome, plan: Plan): Finding {
  const pairs = comparedPlaces(plan).flatMap((place) => {
    const pair = pairOf(ratesAt(outcome, place), flowName('linear'), LINEAR);
    return pair ? [{ place, pair, ratio: ratioOf(pair[0].perSecond, pair[1].perSecond) }] : [];
  });
  const words = pairs.map(({ place, pair, ratio }) => {
    const cost = evenCost(pair);
    return `${placeName(place)}: ${text(ratio)}${cost === undefined ? '' : ` (1 with an exact weight of ${cost.toPrecision(2)} ms more)`}`;
  });
  return {
    claim:
      'Per second, too, a flow on the linear model gives more effective samples than reweighting by that model alone.',
    found: `Ratio of the rates, training not counted: ${words.join('; ')}.`,
    verdict: allAbove(
      pairs.map(({ ratio }) => ratio),
      1,
    ),
  };
}

function uniformAgainstHmc(outcome: Outcome, places: readonly Place[], claim: string): Finding {
  const pairs = places.map((place) => ({
    place,
    pair: pairOf(ratesAt(outcome, place), flowName('uniform'), HMC.name),
  }));
  const ratios = pairs.flatMap(({ pair }) => (pair ? [ratioOf(pair[0].perSecond, pair[1].perSecond)] : []));
  const words = pairs.map(({ place, pair }) => {
    if (!pair) return `${placeName(place)}: too few to tell`;
    const [flow, hmc] = pair;
    return `${placeName(place)}: ${text(ratioOf(flow.perSecond, hmc.perSecond))}, per exact evaluation ${text(flow.perEvaluation)} and ${text(hmc.perEvaluation)}`;
  });
  return {
    claim,
    found: `Ratio of the rates, training not counted: ${words.join('; ')}.`,
    verdict: allAbove(ratios, 1),
  };
}

/** The probability of χ² below which a fit is none. */
const POOR = 0.001;

function fallsWithSites(outcome: Outcome, plan: Plan): Finding {
  const laws = plan.growing.flatMap((temperature) => lawsAt(outcome.cells, plan.sizes, temperature));
  const words = laws.map(({ name, temperature, exponential, variance }) => {
    return `${name}, T = ${temperature}: b = ${text(exponentOf(exponential))}, p = ${text(growthOf(variance))}`;
  });
  const flows = laws.filter(({ cells }) => cells[0].point.rounds > 0);
  const isPoor = laws.every(({ exponential, power }) => Math.max(exponential.probability, power.probability) < POOR);
  const quality = isPoor
    ? ' Neither e^−bN nor a power of N fits any of them within errors, for shapes matter too; errors are times √(χ²/ν).'
    : '';
  return {
    claim: 'As sole proposals flows lose with volume: their effective share falls with the number of sites.',
    found: `Fits of the share by e^−bN and of the variance of log(W/q) by N^p, ${plan.sizes.length} lattices with the same number of exact evaluations to learn from: ${words.join('; ')}.${quality}`,
    verdict: allAbove(
      flows.map(({ exponential }) => exponentOf(exponential)),
      0,
    ),
  };
}

function conditioner(outcome: Outcome, plan: Plan, other: Conditioner, claim: string): Finding {
  const cells = plan.compared.map(({ length, base }: { readonly length: number; readonly base: Base }) =>
    (['attention', other] as const).map((one) => flowAt(outcome.cells, { ...cold(length), base, conditioner: one })),
  );
  const words = cells.map(([a, b]) => {
    const shares = [a, b].map((cell) => text(qualityOf(cell, 'share')));
    return `${placeName(a.point)}, ${BASE_WORDS[a.point.base]}: ${shares.join(' and ')}, difference ${text(qualityDifference(a, b, 'share'))}`;
  });
  return {
    claim,
    found: `The effective share with and without, ${cells[0][0].seeds.length} seeds: ${words.join('; ')}.`,
    verdict: allAbove(
      cells.map(([a, b]) => qualityDifference(a, b, 'share')),
      0,
    ),
  };
}

function partitionFunction(outcome: Outcome, plan: Plan): Finding {
  const differences = partitionsOf(outcome, plan).flatMap(({ place, flow, annealed, exact }): Difference[] => {
    const where = placeName(place);
    const compared = { quantity: 'flow and annealing', where, pull: pullOf(flow, annealed) };
    if (exact === undefined) return [compared];
    return [compared, { quantity: 'flow and quadrature', where, pull: pullOf(flow, { value: exact, error: 0 }) }];
  });
  const agreed = agreement(differences);
  return {
    claim: 'Flows from uniform spins give log Z with its error, as annealing and quadrature do.',
    found: agreementText(agreed),
    verdict: agreed.verdict,
  };
}

/** The relative error of a time for a given error, which is measured from twenty blocks. */
const ERROR_OF_TIME = 0.35;

function cheaperPartition(outcome: Outcome, plan: Plan): Finding {
  const ratios = partitionsOf(outcome, plan).map(({ place, flowSeconds, annealedSeconds }) => {
    const value = annealedSeconds / flowSeconds;
    return { place, ratio: { value, error: ERROR_OF_TIME * value } };
  });
  return {
    claim: 'Flows give log Z faster than annealing through powers of the linear model.',
    found: `Time of annealing over that of the flow, for equal errors, training not counted: ${ratios.map(({ place, ratio }) => `${placeName(place)}: ${text(ratio)}`).join('; ')}.`,
    verdict: allAbove(
      ratios.map(({ ratio }) => ratio),
      1,
    ),
  };
}

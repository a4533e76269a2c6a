/** Effective samples of m_s² that flows give. */
import type { FlowResult } from '../workshop/tasks/flow.ts';
import { differenceOf, isAbove, ratioOf } from './comparing.ts';
import type { Cell } from './flow-cells.ts';
import type { Base } from './flow-points.ts';
import { type Combined, combined } from './seeds.ts';

/** The effective samples of a sampler; undefined where nobody can tell. */
export interface Rate {
  readonly name: string;
  readonly isFlow: boolean;
  readonly perEvaluation: Combined | undefined;
  readonly perSecond: Combined | undefined;
}

/** Rates that can be told. */
export interface Known extends Rate {
  readonly perEvaluation: Combined;
  readonly perSecond: Combined;
}

const isKnown = (rate: Rate): rate is Known => rate.perEvaluation !== undefined && rate.perSecond !== undefined;

/** The two ways to use proposals. */
type Way = 'weighted' | 'decided';

export const BASE_WORDS: Readonly<Record<Base, string>> = {
  uniform: 'from uniform spins',
  linear: 'on the linear model',
};

export const flowName = (base: Base): string => `flow ${BASE_WORDS[base]}, weights`;

/** The rates of a flow with attention of one round, and of the linear model without one; of no other. */
export function cellRates(cell: Cell): Rate[] {
  const { rounds, base, conditioner } = cell.point;
  if (conditioner !== 'attention') return [];
  if (rounds === 0 && base === 'linear')
    return [
      rate(cell, 'weighted', 'linear, decorrelated, reweighting'),
      rate(cell, 'decided', 'linear, decorrelated, self-learning'),
    ];
  if (rounds !== 1) return [];
  return [rate(cell, 'weighted', flowName(base)), rate(cell, 'decided', `flow ${BASE_WORDS[base]}, Metropolis`)];
}

function rate({ point, seeds }: Cell, way: Way, name: string): Rate {
  const isFlow = point.rounds > 0;
  const effective = seeds.flatMap((seed) => seed[way].effective ?? []);
  if (effective.length < seeds.length) return { name, isFlow, perEvaluation: undefined, perSecond: undefined };
  const perSecond = combined(seeds.map((seed, k) => ratioOf(effective[k], inSeconds(seed, way))));
  return { name, isFlow, perEvaluation: combined(effective), perSecond };
}

function inSeconds(seed: FlowResult, way: Way): Combined {
  const { value, error } = seed[way].milliseconds;
  return { value: value / 1000, error: error / 1000 };
}

/** The flow with the largest rate, or the best of all others; undefined where none is known. */
export const bestOf = (
  rates: readonly Rate[],
  isFlow: boolean,
  key: 'perEvaluation' | 'perSecond',
): Known | undefined =>
  rates
    .filter((rate) => rate.isFlow === isFlow)
    .filter(isKnown)
    .toSorted((a, b) => b[key].value - a[key].value)[0];

/** Two samplers by name; undefined where one of them is not known. */
export function pairOf(rates: readonly Rate[], ...names: readonly [string, string]): [Known, Known] | undefined {
  const [a, b] = names.map((name) => rates.find((rate) => rate.name === name));
  return a && b && isKnown(a) && isKnown(b) ? [a, b] : undefined;
}

/** The milliseconds that an exact weight would have to take in addition for the first sampler to be as fast as the second; undefined where its effective samples per exact evaluation are not more for sure. */
export function evenCost([a, b]: readonly [Known, Known]): number | undefined {
  const gain = differenceOf(a.perEvaluation, b.perEvaluation);
  if (!isAbove(gain, 0)) return undefined;
  const milliseconds = ({ perEvaluation, perSecond }: Known) => (1000 * perEvaluation.value) / perSecond.value;
  return (b.perEvaluation.value * milliseconds(a) - a.perEvaluation.value * milliseconds(b)) / gain.value;
}

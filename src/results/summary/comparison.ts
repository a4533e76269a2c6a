/** One kind of comparison, of all observables of a run, and what chance allows in it. */
import { largestByChance } from '../../statistics/chance.ts';

export interface Score {
  readonly sigma: number;
  /** Relative error of the error that sigma is in units of. */
  readonly relativeError: number;
}

/** The comparison that comes out worst, measured by what chance allows it. */
export interface Worst {
  readonly observable: string;
  /** The difference in units of its error; its sign is that of hot − cold, or of first tenth − last half. */
  readonly sigma: number;
  /** |sigma| that chance alone exceeds in one run of a thousand, all comparisons of the run taken together. */
  readonly limit: number;
}

/** Why an observable is not compared. `constant`: there is nothing to compare. `too few samples`: for an error bar. `independent samples`: none of them knows of a start. */
export type Reason = 'constant' | 'too few samples' | 'one kind of start' | 'independent samples';

/** Whether many averages agree within what chance allows. */
export interface Comparison {
  /** Differences, in units of their errors, of all observables that have enough data. */
  readonly sigma: Readonly<Record<string, number>>;
  /** Why the others are not compared. */
  readonly leftOut: Readonly<Record<string, Reason>>;
  /** The worst of them; null where there is none. */
  readonly worst: Worst | null;
}

/** The differences that an observable shows, or why it is not compared. */
export interface Outcome {
  readonly name: string;
  readonly outcome: readonly Score[] | Reason;
}

/** Judges the outcomes of all observables together. `order`: an observable that gets half of what chance is allowed. */
export function comparison(outcomes: readonly Outcome[], order: string | undefined): Comparison {
  const compared = outcomes.flatMap(({ name, outcome }) =>
    typeof outcome === 'string' ? [] : outcome.map((score) => ({ name, ...score })),
  );
  const names = compared.map(({ name }) => name);
  const shareOf = sharesOf(names, order);
  const judged = compared.map(({ name, sigma, relativeError }) => ({
    observable: name,
    sigma,
    limit: largestByChance(shareOf(name), relativeError),
  }));
  return {
    sigma: worstSigmas(judged),
    leftOut: Object.fromEntries(
      outcomes.flatMap(({ name, outcome }) => (typeof outcome === 'string' ? [[name, outcome]] : [])),
    ),
    worst: judged.length > 0 ? judged.reduce<Worst>(worse, judged[0]) : null,
  };
}

/**
 * How many comparisons each counts as. What chance may do is shared by all of them, half of it by those of the order parameter where it is among
 * them. `names`: of each comparison.
 */
export function sharesOf(names: readonly string[], order: string | undefined): (name: string) => number {
  const ofOrder = names.filter((name) => name === order).length;
  const others = names.length - ofOrder;
  const factor = ofOrder > 0 && others > 0 ? 2 : 1;
  return (name) => factor * (name === order ? ofOrder : others);
}

const excess = ({ sigma, limit }: Worst) => Math.abs(sigma) / limit;
const worse = (a: Worst, b: Worst): Worst => (excess(b) > excess(a) ? b : a);

function worstSigmas(judged: readonly Worst[]): Record<string, number> {
  const byName = Map.groupBy(judged, ({ observable }) => observable);
  return Object.fromEntries([...byName].map(([name, same]) => [name, same.reduce(worse).sigma]));
}

/** How chains are cut into pieces. */
import type { Piece } from './samples.ts';

/** A chain of a state. */
export interface ChainOfState {
  readonly state: number;
  /** Chains of one family and number share their random numbers, whatever their states. */
  readonly family: number;
  readonly chain: number;
  /** Place of its first sample among all. */
  readonly first: number;
  /** The numbers of its samples, ascending. */
  readonly numbers: ArrayLike<number>;
  /** Autocorrelation time of its state, in these numbers. */
  readonly tau: number;
}

/** A family has about so many units, … */
const UNITS = 40;
/** … and each is at least so many autocorrelation times long. */
const TIMES = 10;

/**
 * The pieces of chains: whole chains, or parts of them where there are few chains and these are long. Parts begin at the same numbers in all chains of a family, so that what chains of the same number
 * have from the same random numbers stays in one unit.
 */
export function cutIntoPieces(chains: readonly ChainOfState[]): Piece[] {
  const families = [...Map.groupBy(chains, ({ family }) => family).values()];
  const units = new Map<string, number>();
  return families.flatMap((members) => {
    const starts = startsOfParts(members);
    return members.flatMap((member) =>
      partsOf(member, starts).map(({ part, ...range }): Piece => {
        const { state, family, chain } = member;
        const key = `${family} ${chain} ${part}`;
        const unit = units.get(key) ?? units.size;
        units.set(key, unit);
        return { state, family, unit, ...range };
      }),
    );
  });
}

/** The numbers at which the parts of a family begin. */
function startsOfParts(members: readonly ChainOfState[]): number[] {
  const length = Math.max(...members.map(({ numbers }) => numbers[numbers.length - 1] + 1));
  const tau = Math.max(...members.map((member) => member.tau));
  const perChain = Math.ceil(UNITS / new Set(members.map(({ chain }) => chain)).size);
  const parts = Math.max(1, Math.min(perChain, Math.floor(length / (TIMES * tau))));
  return Array.from({ length: parts }, (_, part) => Math.floor((part * length) / parts));
}

/** The parts of a chain that hold samples. */
function partsOf({ first, numbers }: ChainOfState, starts: readonly number[]) {
  const placeOf = (start: number) => {
    let k = 0;
    while (k < numbers.length && numbers[k] < start) k++;
    return first + k;
  };
  const places = [...starts.map(placeOf), first + numbers.length];
  return starts
    .map((_, part) => ({ part, first: places[part], end: places[part + 1] }))
    .filter((range) => range.end > range.first);
}

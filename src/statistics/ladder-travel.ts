/** How what is exchanged travels through a ladder of places. */

export interface LadderTravel {
  /** Round trips from the lowest place to the highest and back. */
  readonly roundTrips: number;
  /** By place: steps at which what was there had been at the highest place later than at the lowest. */
  readonly fromHighest: readonly number[];
  /** By place: steps at which it was the other way round. */
  readonly fromLowest: readonly number[];
}

type End = 'lowest' | 'highest';

/**
 * The travels of all labels. `labels`: by place, the label of what is there at every step; labels are whole numbers from 1 to the number of places, each at one place at a time.
 *
 * A label has come from neither end before it was at one; it has begun no trip before it was at the lowest place.
 */
export function ladderTravel(labels: readonly Float64Array[]): LadderTravel {
  const top = labels.length - 1;
  const cameFrom: (End | undefined)[] = labels.map(() => undefined);
  const hasBegun = labels.map(() => false);
  const steps = { lowest: labels.map(() => 0), highest: labels.map(() => 0) };
  let roundTrips = 0;
  for (let step = 0; step < labels[0].length; step++) {
    const [lowest, highest] = [labels[0][step] - 1, labels[top][step] - 1];
    if (cameFrom[lowest] === 'highest' && hasBegun[lowest]) roundTrips++;
    hasBegun[lowest] = true;
    cameFrom[lowest] = 'lowest';
    cameFrom[highest] = 'highest';
    for (const [place, column] of labels.entries()) {
      const end = cameFrom[column[step] - 1];
      if (end) steps[end][place]++;
    }
  }
  return { roundTrips, fromHighest: steps.highest, fromLowest: steps.lowest };
}

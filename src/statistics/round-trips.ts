/** Round trips through a ladder of places. */

/**
 * How many round trips from the lowest place to the highest and back there were. `labels`: by place, the label of what is there at every step; labels are whole numbers from 1 to the
 * number of places, each at one place at a time.
 */
export function roundTrips(labels: readonly Float64Array[]): number {
  const last = labels.length - 1;
  /** Whether a label has been at the top since it was at the bottom; it has begun no trip before it was there. */
  const state: ('none' | 'up' | 'down')[] = labels.map(() => 'none');
  let count = 0;
  for (let step = 0; step < labels[0].length; step++) {
    const [bottom, top] = [labels[0][step] - 1, labels[last][step] - 1];
    if (state[top] === 'up') state[top] = 'down';
    if (state[bottom] === 'down') count++;
    state[bottom] = 'up';
  }
  return count;
}

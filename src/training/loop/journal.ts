/** A record of fits: a training that is interrupted need not repeat them. */
import type { Fit, FitResult } from '../fit/fit-result.ts';
import { sameNumbers } from '../same-numbers.ts';

/** One fit of a training. */
export interface FitRecord {
  /** What it started from: parameters, and how many samples there were. */
  readonly before: Float64Array;
  readonly samples: number;
  /** The parameters at its end. */
  readonly after: Float64Array;
  readonly result: FitResult;
}

/**
 * Takes the place of fits: the first calls have their results from `records`, in their order, as long as they start from the same parameters and as many
 * samples. Later fits are done, and passed to `keep`. One journal serves several trainings, one after the other.
 *
 * Training is a function of its seed and fits are what it spends its time on, so that nothing else has to be remembered: repeated with its records, it
 * reaches the same state, bit for bit.
 */
export function fitJournal(records: readonly FitRecord[], keep: (record: FitRecord) => void): (train: Fit) => Fit {
  let next = 0;
  return (train) => (model, data, start) => {
    const before = model.parameters.slice();
    const samples = data.training.length;
    const known: FitRecord | undefined = records[next];
    if (known?.samples === samples && sameNumbers(known.before, before)) {
      next++;
      model.parameters.set(known.after);
      return known.result;
    }
    next = records.length;
    const result = train(model, data, start);
    keep({ before, samples, after: model.parameters.slice(), result });
    return result;
  };
}

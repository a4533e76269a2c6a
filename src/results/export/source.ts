/** What every format is made from. */
import { LOG_IMPORTANCE, LOG_RATIO } from '../../chain/sample-row.ts';
import { type Observables, observablesFor } from '../../observables/observables-for.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { modelParameters } from '../../spec/model-parameters.ts';
import type { Run } from '../../store/store.ts';

export interface ExportSource {
  readonly run: Run;
}

export interface Description {
  readonly formula: string;
  readonly normalisation: string;
  readonly reference: string;
}

const COMMON = { normalisation: 'a natural logarithm', reference: 'docs/method.md' };

/** Columns that are no observables. */
const OTHERS: Readonly<Record<string, Description>> = {
  [LOG_RATIO]: { formula: 'log of the acceptance ratio of the exact decision, NaN where there was none', ...COMMON },
  [LOG_IMPORTANCE]: { formula: 'log(W/W_eff) where samples are reweighted, 0 elsewhere', ...COMMON },
};

/** Descriptions of all that is measured on configurations, and of the functions of means. */
export function descriptions(run: Run): Readonly<Record<string, Description>> {
  const { primary, derived }: Observables = observablesFor(modelParameters(specOf(run)));
  const described = [...primary, ...derived].map(({ name, formula, normalisation, reference }) => [
    name,
    { formula, normalisation, reference },
  ]);
  return { ...Object.fromEntries(described), ...OTHERS };
}

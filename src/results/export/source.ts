/** What every format is made from. */
import { LOG_DETERMINANT, LOG_IMPORTANCE, LOG_RATIO } from '../../chain/sample-row.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { expansionOf } from '../../exact/pole-expansion.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { LEADING_WAVE_DESCRIPTIONS } from '../../observables/leading-wave.ts';
import type { Observables } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import { withStandIn } from '../../spec/stand-in.ts';
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
  const spec = specOf(run);
  const parameters = sampledParameters(withStandIn(spec));
  const { primary, derived }: Observables = observablesFor(parameters, spec.observables.families);
  const described = [...primary, ...derived, ...LEADING_WAVE_DESCRIPTIONS].map(
    ({ name, formula, normalisation, reference }) => [name, { formula, normalisation, reference }],
  );
  return { ...Object.fromEntries(described), ...OTHERS, ...determinants(parameters) };
}

/** The columns of the shifts, which runs have that do not measure electrons in every sample. */
function determinants(parameters: ModelParameters): Record<string, Description> {
  const { shifts } = expansionOf(spinFermionSystem(parameters));
  return Object.fromEntries(
    Array.from(shifts, (shift, j) => [
      `${LOG_DETERMINANT}${j + 1}`,
      { formula: `log |det(w + i(H − μ))|/N, w = ${shift}`, ...COMMON },
    ]),
  );
}

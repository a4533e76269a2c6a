/** Averages over realisations as rows, so that tables and figures show them as they show points. */
import { count } from '../../words/count.ts';
import type { ReportedEstimate } from '../summary/run-json.ts';
import type { AveragedEstimate } from './averaged-value.ts';
import type { StudyAverage } from './averages.ts';
import { valuesWithout } from './realisation-key.ts';
import type { StudyRow } from './study-rows.ts';

/** `points`: rows of the points, from which the order parameters are. */
export function averageRows(averages: readonly StudyAverage[], points: readonly StudyRow[]): StudyRow[] {
  const groups = Map.groupBy(points, ({ values }) => JSON.stringify(valuesWithout(values)));
  return averages.map((average) => {
    const key = JSON.stringify(average.values);
    const own = groups.get(key) ?? [];
    const { order = null, isOrdered = false } =
      own.find((row) => row.isOrdered) ?? own.find((row) => row.hasSamples) ?? {};
    return Object.assign(rowOf(average, key), {
      order,
      isOrdered,
      average: { note: realisationWords(average), points: own.map(({ name }) => name) },
    });
  });
}

const rowOf = (average: StudyAverage, name: string): Omit<StudyRow, 'order' | 'isOrdered'> => ({
  name,
  values: average.values,
  status: 'done',
  hasSamples: average.realisations > 0,
  observables: Object.fromEntries(
    Object.entries(average.observables).map(([one, estimate]) => [one, estimateOf(estimate, average.realisations)]),
  ),
  warnings: [],
});

/** Realisations are independent samples. */
function estimateOf({ mean, error, resolution, reason }: AveragedEstimate, realisations: number): ReportedEstimate {
  const accuracy = { ...(resolution === undefined ? {} : { resolution }), ...(reason === undefined ? {} : { reason }) };
  if (error === 0) return { mean, error, ...accuracy };
  return { mean, error, tau: 0.5, effectiveSamples: realisations, ...accuracy };
}

/** `20 realisations`, `15 of 20 realisations`; what one of them does not tell. */
export function realisationWords({ realisations, listed }: Pick<StudyAverage, 'realisations' | 'listed'>): string {
  const of = realisations < listed ? `${realisations} of ` : '';
  const words = `${of}${count(listed, 'realisation')}`;
  return realisations === 1 ? `${words}: no error bar` : words;
}

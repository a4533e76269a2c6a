/** Ratios of moments averaged over realisations: [⟨m⁴⟩]/[⟨m²⟩]², and lengths from averaged structure factors. */
import { leadingWaveObservables } from '../../observables/leading-wave.ts';
import type { DerivedObservable } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { isRatioOfMoments } from '../../observables/ratio-of-moments.ts';
import { rungRuns } from '../../run/conductor/rungs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import { overRealisations } from '../../statistics/realisations.ts';
import { openRun, type Run } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import type { ReportedEstimate } from '../summary/run-json.ts';
import { type AveragedEstimate, averagedValue, noAverage } from './averaged-value.ts';
import type { StudyReports } from './study-reports.ts';
import type { StudyRow } from './study-rows.ts';

export type RatioOfMoments = Pick<DerivedObservable, 'name' | 'inputs' | 'powers' | 'evaluate'>;

/** The ratios of a point, with the order at the wave vector of its curve. */
export const ratiosOfPoint = ({ study, waveOf }: StudyReports, row: StudyRow): RatioOfMoments[] =>
  ratiosOfRun(openRun(pointDirectory(study.directory, row.name)), waveOf(row));

/** They are the same functions for all realisations: numbers of sites that differ between them cancel. `wave`: the structure factor of the order, where that is wanted too. */
export function ratiosOfRun(run: Run, wave?: string): RatioOfMoments[] {
  const parameters = sampledParameters(specOf(rungRuns(run)[0] ?? run));
  const leading = wave === undefined ? [] : leadingWaveObservables(parameters, wave);
  return [...observablesFor(parameters).derived, ...leading].filter((one) => isRatioOfMoments(one.name));
}

/** Undefined of what is no ratio. */
export function averagedRatio(
  name: string,
  done: readonly StudyRow[],
  ratio: RatioOfMoments | undefined,
): AveragedEstimate | undefined {
  if (!isRatioOfMoments(name)) return undefined;
  const own = averagedValue(done.map(({ observables }) => observables[name]));
  if (own.mean === null) return own;
  const columns = ratio?.inputs.map((input, k) => momentOf(input, ratio.powers?.[k] ?? 1, name, done));
  if (!ratio || !columns?.every((column) => column !== undefined))
    return noAverage('its moments are not in all reports');
  return { ...overRealisations(columns, ratio.evaluate), within: null };
}

/** ⟨x^power⟩ of every realisation; undefined where one has no number. Second powers are not reported by themselves, but as ratios ⟨x²⟩/⟨x⟩². */
function momentOf(input: string, power: 1 | 2, ratio: string, done: readonly StudyRow[]): Float64Array | undefined {
  const means = Float64Array.from(done, ({ observables }) => numberOf(observables[input]));
  const moments = power === 1 ? means : means.map((mean, r) => numberOf(done[r].observables[ratio]) * mean * mean);
  return moments.every(Number.isFinite) ? moments : undefined;
}

const numberOf = (estimate: ReportedEstimate | undefined): number => estimate?.mean ?? Number.NaN;

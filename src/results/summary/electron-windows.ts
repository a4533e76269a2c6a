/** Averages over the electrons of a run that does not measure them in every sample. */

import { LOG_DETERMINANT, LOG_IMPORTANCE } from '../../chain/sample-row.ts';
import { methodOf } from '../../spec/learns.ts';
import { type Chains, pooledMean } from '../../statistics/chains.ts';
import { type DoubleSampling, doubleSampling, endsOf, type Windowed } from '../../statistics/double-sampling.ts';
import type { RunData } from './run-data.ts';

/** The column that tells in which samples electrons are measured, and the one that tells most in all others. */
const MEASURED = 'energyPerSite';
const FREE_ENERGY = 'freeEnergyMeanPerSite';

export interface ElectronWindows {
  readonly sampling: DoubleSampling;
  windowed(name: string): Windowed;
}

/** Whether there are samples in which an observable was not measured. No two in a row are measured then, so the first two tell. */
export const hasGaps = (chains: Chains): boolean =>
  chains.some((chain) => Number.isNaN(chain[0]) || Number.isNaN(chain[1]));

/** The same of the kept samples of a run. */
export const isPartial = ({ measured }: Pick<RunData, 'measured'>, name: string): boolean => hasGaps(measured(name));

/** The windows of all kept samples; undefined where electrons are measured in all of them, or in none so far. */
export function electronWindows(data: RunData): ElectronWindows | undefined {
  const { measured, series, spec } = data;
  if (!isPartial(data, MEASURED)) return undefined;
  const ends = endsOf(measured(MEASURED));
  const started = (name: string) => measured(name).filter((_, c) => ends[c].length > 0);
  const known = ends.filter(({ length }) => length > 0);
  if (known.length === 0) return undefined;
  const determinants = series.names.filter((name) => name.startsWith(LOG_DETERMINANT));
  const [freeEnergy, ...others] = [FREE_ENERGY, ...determinants].map(started);
  const covariates = [freeEnergy, squaredDeviations(freeEnergy), ...others];
  const logWeights = methodOf(spec).weighted ? started(LOG_IMPORTANCE) : undefined;
  const sampling = doubleSampling(known, covariates, logWeights);
  return { sampling, windowed: (name) => sampling.windowed(started(name)) };
}

/** Fluctuations are means of squares, and no linear function tells about these: without them the specific heat would have an error as large as without regression. */
function squaredDeviations(chains: Chains): Chains {
  const mean = pooledMean(chains);
  return chains.map((chain) => {
    const squares = new Float64Array(chain.length);
    for (let k = 0; k < chain.length; k++) squares[k] = (chain[k] - mean) * (chain[k] - mean);
    return squares;
  });
}

/** A chain without the samples in which a quantity was not measured. */
export const withoutGaps = (chain: Float64Array): Float64Array => chain.filter((value) => !Number.isNaN(value));

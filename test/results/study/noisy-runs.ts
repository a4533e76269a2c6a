/** Runs of noise, as points of a study are read. */
import { LOG_IMPORTANCE } from '../../../src/chain/sample-row.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { structureFactorWaveNumbers } from '../../../src/observables/structure-factor.ts';
import type { PointOrder } from '../../../src/results/study/leading-wave.ts';
import type { ReadablePoint } from '../../../src/results/study/size-curves.ts';
import type { RunData } from '../../../src/results/summary/run-data.ts';
import type { SweptValue } from '../../../src/spec/study.ts';
import { pooledMean } from '../../../src/statistics/chains.ts';
import { autoregressive } from '../../statistics/series.ts';

export const SAMPLES = 1000;

/** A run whose structure factors are noise about 1, but for one. `logWeight`: of the k-th sample, for runs whose samples have weights. */
export function run(
  length: number,
  leading: string,
  mean: number,
  samples = SAMPLES,
  logWeight?: (k: number) => number,
): RunData {
  const lattice = createLattice({ kind: 'square', size: [length, length] });
  const names = Object.keys(structureFactorWaveNumbers(lattice));
  const series = (name: string) => {
    const noise = [0, 1].map((chain) => autoregressive(samples, 0.5, 10 * names.indexOf(name) + chain + length));
    return noise.map((chain) => chain.map((value) => (name === leading ? mean : 1) * (1 + 0.1 * value)));
  };
  const weights = [0, 1].map(() => Float64Array.from({ length: samples }, (_, k) => logWeight?.(k) ?? 0));
  const measured = (name: string) => (name === LOG_IMPORTANCE ? weights : series(name));
  const spec = {
    sampling: { method: logWeight ? 'reweighting' : 'local', seed: 1 },
    model: { temperature: 0.5 },
    disorder: {},
    flow: {},
  };
  return { parameters: { lattice }, spec, measured } as unknown as RunData;
}

/** The largest structure factor, as a report has it. */
function orderOf({ parameters, measured }: RunData): PointOrder | null {
  const names = Object.keys(structureFactorWaveNumbers(parameters.lattice));
  if (measured(names[0])[0].length === 0) return null;
  const means = names.map((name) => ({ name, mean: pooledMean(measured(name)) }));
  return means.reduce((a, b) => (b.mean > a.mean ? b : a));
}

export interface Listed extends ReadablePoint {
  opened: number;
}

export function point(values: Record<string, SweptValue>, data: RunData): Listed {
  const listed: Listed = {
    values,
    order: orderOf(data),
    opened: 0,
    withData(use) {
      listed.opened++;
      return use(data);
    },
  };
  return listed;
}

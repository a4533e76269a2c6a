/** The quantities of finite-size scaling averaged over realisations of disorder, with replicas. */
import { fillNormal } from '../../numeric/normal.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { type Chains, pooledMean } from '../../statistics/chains.ts';
import { replicaError, replicated, resampledMeans } from '../../statistics/resampling.ts';
import { meanUnder } from '../../statistics/weighted.ts';
import { weightsOf } from '../summary/estimates.ts';
import { filled, type RunData } from '../summary/run-data.ts';
import { DIMENSIONLESS, type OrderQuantity, orderQuantities } from './order-quantities.ts';
import { type OrderValues, powersOf, REPLICAS } from './point-values.ts';

/** What one realisation has: its quantities, each with the means that it is a function of. */
interface Realised {
  readonly quantities: readonly OrderQuantity[];
  readonly means: readonly (readonly number[])[];
}

/** A realisation with its seed. */
export interface SeededOrder {
  readonly seed: number;
  readonly order: Realised | undefined;
}

/** The order of a run at a wave vector; undefined where few samples have all of the weight. */
export function realisedOrder(data: RunData, leading: string): Realised | undefined {
  const weights = weightsOf(data);
  if (weights?.dominated) return undefined;
  const quantities = orderQuantities(data.parameters, leading, data.spec.model.temperature);
  const meanOf = (chains: Chains) => (weights ? meanUnder(weights, chains).mean : pooledMean(chains));
  const means = quantities.map(({ inputs, powers }) =>
    inputs.map((name, k) => meanOf(powersOf(filled(data.measured(name)), powers?.[k] ?? 1))),
  );
  return { quantities, means };
}

/**
 * The averages: of quantities without dimension those of averaged moments, of others the average of the realisations. Realisations are resampled, those of one seed alike at all points and sizes, so that curves know
 * what they share. Empty with fewer than two realisations, and where one has no numbers.
 */
export function averagedOrder(realisations: readonly SeededOrder[]): OrderValues {
  const orders = realisations.flatMap(({ order }) => order ?? []);
  if (orders.length < 2 || orders.length < realisations.length) return {};
  const noises = realisations.map(({ seed }) => noiseOf(seed));
  const values = orders[0].quantities.map(({ name, evaluate }, q) => {
    const isRatio = DIMENSIONLESS.includes(name);
    const all = orders.map(({ quantities, means }) => (isRatio ? means[q] : [quantities[q].evaluate(means[q])]));
    const found = replicated(resampled(all, noises), isRatio ? evaluate : ([mean]) => mean);
    return [name, { ...found, error: replicaError(found.replicas) }] as const;
  });
  return Object.fromEntries(values);
}

/** Averages of the numbers of all realisations, `all[realisation][number]`: a realisation is a block of one sample. */
const resampled = (all: readonly (readonly number[])[], noises: readonly Float64Array[]) =>
  resampledMeans(
    {
      sums: all[0].map((_, k) => Float64Array.from(all, (numbers) => numbers[k])),
      weights: new Float64Array(all.length).fill(1),
      level: 0,
      places: all.map((_, chain) => ({ chain, index: 0 })),
    },
    noises.map((noise) => () => noise),
  );

/** A stream that no chain, no kind of disorder and no block has. */
const STREAM = 4503599627370496;

function noiseOf(seed: number): Float64Array {
  const noise = new Float64Array(REPLICAS);
  fillNormal(philoxStream(seed, STREAM), noise);
  return noise;
}

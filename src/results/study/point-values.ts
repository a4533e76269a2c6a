/** The quantities of finite-size scaling at one point of a study, with replicas. */
import { chainSeed } from '../../chain/chain-seed.ts';
import { structureFactorWaveNumbers } from '../../observables/structure-factor.ts';
import { type BlockNoise, blockNoise } from '../../statistics/block-noise.ts';
import type { Chains } from '../../statistics/chains.ts';
import { gammaAnalysis } from '../../statistics/gamma.ts';
import type { ReplicatedEstimate } from '../../statistics/model-average.ts';
import { blocksOf, replicaError, replicated, resampledMeans } from '../../statistics/resampling.ts';
import { meanUnder } from '../../statistics/weighted.ts';
import type { Weights } from '../../statistics/weights.ts';
import { weightsOf } from '../summary/estimates.ts';
import { filled, type RunData } from '../summary/run-data.ts';
import { type OrderQuantity, orderQuantities } from './order-quantities.ts';

/** By name; empty where there are too few samples for error bars. */
export type OrderValues = Readonly<Record<string, ReplicatedEstimate>>;

export const REPLICAS = 400;

/** The order of a run that has samples at a wave vector. `leading`: the name of its structure factor. */
export function orderOfPoint(data: RunData, leading: string): OrderValues {
  const weights = weightsOf(data);
  if (weights?.dominated) return {};
  const columns = (name: string) => filled(data.measured(name));
  const quantities = orderQuantities(data.parameters, leading, data.spec.model.temperature);
  return replicatedValues(quantities, columns, weights, noisesOf(data));
}

/** Streams that no chain has. */
const STREAM = 2251799813685248;
const MOST_CHAINS = 16777216;

/**
 * The noise of the chains that have samples. Points of one seed have the same random numbers in chains of one number, as long as these take as many of them for a sweep: their replicas are correlated as their chains
 * are. Lattices with other numbers of sites take other numbers, and have noise of their own.
 */
function noisesOf({ parameters, spec, measured }: RunData): BlockNoise[] {
  const { siteCount } = parameters.lattice;
  const first = STREAM + siteCount * MOST_CHAINS;
  return measured(Object.keys(structureFactorWaveNumbers(parameters.lattice, parameters))[0]).flatMap(
    ({ length }, chain) => (length > 0 ? [blockNoise(chainSeed(spec), first + chain, REPLICAS)] : []),
  );
}

function replicatedValues(
  quantities: readonly OrderQuantity[],
  columns: (name: string) => Chains,
  weights: Weights | undefined,
  noises: readonly BlockNoise[],
): OrderValues {
  const needed = quantities.map(({ inputs, powers }) => inputs.map((name, k) => keyOf(name, powers?.[k] ?? 1)));
  const keys = [...new Set(needed.flat())];
  const series = keys.map((key) => seriesOf(key, columns));
  const tau = autocorrelationTime(series, weights);
  const blocks = tau === undefined ? undefined : blocksOf(series, tau, weights?.values);
  if (!blocks) return {};
  const means = resampledMeans(blocks, noises);
  const values = quantities.map(({ name, evaluate }, q) => {
    const found = replicated(
      needed[q].map((key) => means[keys.indexOf(key)]),
      evaluate,
    );
    return [name, { ...found, error: replicaError(found.replicas) }] as const;
  });
  return Object.fromEntries(values);
}

/** The largest τ of all series in samples; undefined where one has no end in sight. */
function autocorrelationTime(series: readonly Chains[], weights: Weights | undefined): number | undefined {
  const analyses = series.map((chains) => (weights ? meanUnder(weights, chains) : gammaAnalysis(chains)));
  if (analyses.some(({ truncated }) => truncated)) return undefined;
  return Math.max(...analyses.map(({ tau }) => tau));
}

const keyOf = (name: string, power: number): string => `${name}^${power}`;

function seriesOf(key: string, columns: (name: string) => Chains): Chains {
  const [name, power] = key.split('^');
  return powersOf(columns(name), Number(power));
}

/** The samples to the power 0.5, 1 or 2. */
export function powersOf(chains: Chains, power: number): Chains {
  if (power === 2) return chains.map((chain) => chain.map((value) => value * value));
  return power === 1 ? chains : chains.map((chain) => chain.map(Math.sqrt));
}

/** Autocorrelation functions with the windows that the Γ-method sums over. */
import { autocovariance } from '../../statistics/autocovariance.ts';
import { deviationsFrom } from '../../statistics/chain-by-chain.ts';
import { pooledMean } from '../../statistics/chains.ts';
import { gammaAnalysis } from '../../statistics/gamma.ts';
import type { FigureSpec, Series } from './figure-spec.ts';

interface Correlated {
  readonly label: string;
  /** Chains in equilibrium, none empty. */
  readonly chains: readonly Float64Array[];
}

/** Lags shown, in units of the widest window. */
const WINDOWS = 2.5;
const FEWEST_LAGS = 10;

export function autocorrelationFigure(observables: readonly Correlated[]): FigureSpec {
  const analyses = observables.map(({ chains }) => gammaAnalysis(chains));
  const widest = Math.max(...analyses.map(({ window }) => window));
  const longest = Math.max(...observables.flatMap(({ chains }) => chains.map(({ length }) => length)));
  const lags = Math.min(Math.max(FEWEST_LAGS, Math.ceil(WINDOWS * widest)) + 1, longest);
  const series: Series[] = observables.map(({ label, chains }) => ({
    name: label,
    shape: lags > 40 ? 'line' : 'both',
    points: autocorrelation(chains, lags),
  }));
  const times = observables.map(({ label }, k) => `τ = ${analyses[k].tau.toPrecision(3)} (${label})`);
  return {
    x: { label: 'lag', unit: 'samples' },
    y: { label: 'autocorrelation Γ(t)/Γ(0)' },
    series,
    names: 'above',
    references: [{ axis: 'x', value: widest, label: 'window' }],
    caption: `Integrated up to the window: ${times.join(', ')}.`,
  };
}

/** Γ(t)/Γ(0); of a constant, 1 at lag 0 and 0 beyond. */
function autocorrelation(chains: readonly Float64Array[], lags: number): Series['points'] {
  const mean = pooledMean(chains);
  const gamma = autocovariance(deviationsFrom(mean, chains), lags);
  return Array.from(gamma, (value, t) => ({ x: t, y: gamma[0] > 0 ? value / gamma[0] : Number(t === 0) }));
}

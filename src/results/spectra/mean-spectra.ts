/** Averages of spectra over the kept configurations of a run. */
import type { ConfigurationSpectra } from '../../spectra/configuration-spectra.ts';
import { meanUnder } from '../../statistics/weighted.ts';
import { normaliseWeights, type Weights } from '../../statistics/weights.ts';

/** A number with one standard deviation; no error from a single configuration. */
export interface MeanValue {
  readonly mean: number;
  readonly error: number | null;
}

/** Means and errors, one for each energy. */
export interface MeanSpectrum {
  readonly mean: readonly number[];
  readonly error: readonly (number | null)[];
}

/** Averages of what ConfigurationSpectra holds. */
export interface MeanSpectra {
  readonly densityOfStates: MeanSpectrum;
  readonly local: readonly MeanSpectrum[];
  readonly spectralFunction: readonly MeanSpectrum[];
  readonly opticalConductivity: MeanSpectrum;
  readonly dcConductivity: MeanValue;
  readonly hallConductivity: MeanValue | undefined;
  readonly chernNumber: MeanValue | undefined;
  readonly conductivityWeight: MeanValue;
  readonly kineticWeight: MeanValue;
}

/** The averages; `spectra` and `logWeights` by chain and configuration, at least one. The error takes correlations within chains into account (Γ-method). */
export function meanSpectra(
  spectra: readonly (readonly ConfigurationSpectra[])[],
  logWeights: readonly Float64Array[],
): MeanSpectra {
  const weights = normaliseWeights(logWeights);
  const value = (of: (one: ConfigurationSpectra) => number) =>
    meanValue(
      spectra.map((chain) => Float64Array.from(chain, of)),
      weights,
    );
  const spectrum = (of: (one: ConfigurationSpectra) => Float64Array): MeanSpectrum => {
    const values = Array.from(of(spectra[0][0]), (_, k) => value((one) => of(one)[k]));
    return { mean: values.map(({ mean }) => mean), error: values.map(({ error }) => error) };
  };
  const [[first]] = spectra;
  const optional = (of: (one: ConfigurationSpectra) => number | undefined) =>
    of(first) === undefined ? undefined : value((one) => of(one) ?? Number.NaN);
  return {
    densityOfStates: spectrum((one) => one.densityOfStates),
    local: first.local.map((_, site) => spectrum(({ local }) => local[site])),
    spectralFunction: first.spectralFunction.map((_, k) => spectrum(({ spectralFunction }) => spectralFunction[k])),
    opticalConductivity: spectrum((one) => one.opticalConductivity),
    dcConductivity: value((one) => one.dcConductivity),
    hallConductivity: optional((one) => one.hallConductivity),
    chernNumber: optional((one) => one.chernNumber),
    conductivityWeight: value((one) => one.conductivityWeight),
    kineticWeight: value((one) => one.kineticWeight),
  };
}

function meanValue(chains: readonly Float64Array[], weights: Weights): MeanValue {
  const count = chains.reduce((sum, { length }) => sum + length, 0);
  if (count === 1) return { mean: chains[0][0], error: null };
  const { mean, error } = meanUnder(weights, chains);
  return { mean, error };
}

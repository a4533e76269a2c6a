/** Averages of spectra over the kept configurations of a run. */
import type { Conductivities, ConfigurationSpectra } from '../../spectra/choice.ts';
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
  readonly conductivities: MeanConductivities | undefined;
  readonly chernNumber: MeanValue | undefined;
}

/** Averages of Conductivities. */
export interface MeanConductivities {
  readonly opticalConductivity: MeanSpectrum;
  readonly dcConductivity: MeanValue;
  readonly hallConductivity: MeanValue | undefined;
  readonly conductivityWeight: MeanValue;
  readonly kineticWeight: MeanValue;
}

/** The averages; `spectra` and `logWeights` by chain and configuration, at least one. The error takes correlations within chains into account (Γ-method). */
export function meanSpectra(
  spectra: readonly (readonly ConfigurationSpectra[])[],
  logWeights: readonly Float64Array[],
): MeanSpectra {
  const averages = averagesUnder(normaliseWeights(logWeights), spectra);
  const { spectrum, value } = averages;
  const [[first]] = spectra;
  return {
    densityOfStates: spectrum((one) => one.densityOfStates),
    local: first.local.map((_, site) => spectrum(({ local }) => local[site])),
    spectralFunction: first.spectralFunction.map((_, k) => spectrum(({ spectralFunction }) => spectralFunction[k])),
    conductivities: first.conductivities && meanConductivities(averages, first.conductivities),
    chernNumber: first.chernNumber === undefined ? undefined : value((one) => one.chernNumber ?? Number.NaN),
  };
}

/** Averages of functions of what was computed for a configuration. */
interface Averages {
  readonly value: (of: (one: ConfigurationSpectra) => number) => MeanValue;
  readonly spectrum: (of: (one: ConfigurationSpectra) => Float64Array) => MeanSpectrum;
}

function averagesUnder(weights: Weights, spectra: readonly (readonly ConfigurationSpectra[])[]): Averages {
  const value: Averages['value'] = (of) =>
    meanValue(
      spectra.map((chain) => Float64Array.from(chain, of)),
      weights,
    );
  const spectrum: Averages['spectrum'] = (of) => {
    const values = Array.from(of(spectra[0][0]), (_, k) => value((one) => of(one)[k]));
    return { mean: values.map(({ mean }) => mean), error: values.map(({ error }) => error) };
  };
  return { value, spectrum };
}

/** `first`: those of any configuration, which all have. */
function meanConductivities({ value, spectrum }: Averages, first: Conductivities): MeanConductivities {
  const of = (one: ConfigurationSpectra) => one.conductivities ?? first;
  return {
    opticalConductivity: spectrum((one) => of(one).opticalConductivity),
    dcConductivity: value((one) => of(one).dcConductivity),
    hallConductivity:
      first.hallConductivity === undefined ? undefined : value((one) => of(one).hallConductivity ?? Number.NaN),
    conductivityWeight: value((one) => of(one).conductivityWeight),
    kineticWeight: value((one) => of(one).kineticWeight),
  };
}

function meanValue(chains: readonly Float64Array[], weights: Weights): MeanValue {
  const count = chains.reduce((sum, { length }) => sum + length, 0);
  if (count === 1) return { mean: chains[0][0], error: null };
  const { mean, error } = meanUnder(weights, chains);
  return { mean, error };
}

/** The learned energy beside the exact free energy, on configurations that the training has not seen. */
import { createModel, loadModel } from '../../src/index.ts';
import { modelParameters, type PreparedSpec, type SpecSample } from '../../src/spec.ts';

/** Pairs, at most; then every second is left out and half as many are taken from then on. */
const MOST = 400;
const EVERY = 5;

/** β times energies, each about its mean: only differences matter. */
export interface Residuals {
  readonly exact: Float64Array;
  readonly effective: Float64Array;
  /** Standard deviation of β(F − E_eff). */
  readonly deviation: number;
}

export interface ResidualsOf {
  look(sample: SpecSample): void;
  read(): Residuals | undefined;
}

/** Nothing where nothing is learned. */
export function residualsOf({ spec, learned }: PreparedSpec): ResidualsOf {
  if (!learned) return { look: () => {}, read: () => undefined };
  const parameters = modelParameters(spec);
  const exact = createModel(parameters);
  const { card, weights } = learned.effective;
  const effective = loadModel(parameters, card, weights);
  let pairs: [number, number][] = [];
  let every = EVERY;
  return {
    look({ index, isWarmUp, spins, checkpoint }) {
      if (isWarmUp || index % every !== 0) return;
      pairs.push([-checkpoint.state.logWeight, effective.energy(spins) / exact.parameters.temperature]);
      if (pairs.length < MOST) return;
      pairs = pairs.filter((_, k) => k % 2 === 0);
      every *= 2;
    },
    read: () => (pairs.length < 10 ? undefined : centred(pairs)),
  };
}

function centred(pairs: readonly (readonly [number, number])[]): Residuals {
  const exact = aboutMean(pairs.map(([value]) => value));
  const effective = aboutMean(pairs.map(([, value]) => value));
  const squares = exact.reduce((sum, value, k) => sum + (value - effective[k]) ** 2, 0);
  return { exact, effective, deviation: Math.sqrt(squares / (pairs.length - 1)) };
}

function aboutMean(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - mean);
}

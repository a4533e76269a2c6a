/** Magnetisation along given directions, with signs, and its susceptibilities. */
import type { ModelParameters } from '../exact/model.ts';
import { spinCount } from '../lattice/disorder/occupation.ts';
import { measuredDirection } from './direction.ts';
import type { DerivedObservable, Observable, Observables } from './observable.ts';
import { errorOfVariance, roundingOfMean } from './rounding.ts';

/** A direction: a unit vector, and what it is called. */
interface Direction {
  readonly vector: readonly number[];
  readonly name: string;
  readonly symbol: string;
  readonly words: string;
}

const ALONG_FIELD = 'AlongField';
/** The name of the magnetisation along the field. */
export const MAGNETIZATION_ALONG_FIELD = `magnetization${ALONG_FIELD}`;

const REFERENCE = 'fluctuation-dissipation theorem';

const AXES: readonly Direction[] = ['x', 'y', 'z'].map((axis, c) => ({
  vector: [0, 1, 2].map((d) => Number(c === d)),
  name: axis.toUpperCase(),
  symbol: `m_${axis}`,
  words: `Σ_i S_i${axis}/N`,
}));

/** m_x, m_y, m_z and their susceptibilities. */
export const magnetizationComponents = (parameters: ModelParameters): Observables => along(parameters, AXES);

/** The magnetisation along the field and its susceptibility ∂m/∂h; at zero field along the axis of the model, where M(H) begins. */
export function fieldMagnetization(parameters: ModelParameters): Observables {
  const { vector, words } = measuredDirection(parameters);
  return along(parameters, [{ vector, name: ALONG_FIELD, symbol: 'm_h', words: `Σ_i S_i·n/N, ${words}` }]);
}

function along(parameters: ModelParameters, directions: readonly Direction[]): Observables {
  const count = spinCount(parameters.lattice);
  return {
    primary: directions.map((direction) => magnetizationAlong(direction, count)),
    derived: directions.map((direction) => susceptibilityAlong(direction, parameters)),
  };
}

function magnetizationAlong({ vector: [x, y, z], name, symbol, words }: Direction, count: number): Observable {
  const error = roundingOfMean(count);
  return {
    name: `magnetization${name}`,
    formula: `${symbol} = ${words}`,
    normalisation: '1 for full order along it',
    reference: 'the definition',
    evaluate(spins) {
      let sum = 0;
      for (let i = 0; i < spins.length; i += 3) sum += x * spins[i] + y * spins[i + 1] + z * spins[i + 2];
      return sum / count;
    },
    resolution: () => error,
  };
}

/** The response to a field along the direction, electrons included: the field couples to the spins alone. */
function susceptibilityAlong(
  { name, symbol }: Direction,
  { lattice, temperature }: ModelParameters,
): DerivedObservable {
  const count = spinCount(lattice);
  return {
    name: `susceptibility${name}`,
    formula: `∂⟨${symbol}⟩/∂h = β N (⟨${symbol}²⟩ − ⟨${symbol}⟩²), h along the same direction`,
    normalisation: 'per site',
    reference: REFERENCE,
    isPositive: true,
    inputs: [`magnetization${name}`, `magnetization${name}`],
    powers: [1, 2],
    evaluate: ([mean, square]) => (count * (square - mean * mean)) / temperature,
    resolution: ([error], [mean, square]) => (count * errorOfVariance(error, mean, square)) / temperature,
  };
}

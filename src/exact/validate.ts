/** Refuses models whose numbers cannot be computed with, before anything is built from them. */
import { InputError } from '../errors.ts';
import type { ModelParameters } from './model.ts';

/** Levels beyond this could overflow when products of pivots are formed. */
const LARGEST_ENERGY = 1e15;
/** Expansions are tested up to here; below such a temperature nothing differs from T = 0. */
const LARGEST_RATIO = 1e6;

/** Throws `InputError` that names the key, what was expected and what was found. */
export function checkParameters(parameters: ModelParameters): void {
  const { hopping, exchange, field, coupling, chemicalPotential, temperature, tolerance } = parameters;
  const all = { hopping, exchange, field, coupling, chemicalPotential, temperature };
  for (const [key, values] of Object.entries(all)) checkFinite(key, [values].flat());
  if (temperature < 0) throw new InputError(`temperature: expected a number ≥ 0, found ${temperature}`);
  if (!(tolerance > 0 && tolerance < 1)) {
    throw new InputError(`tolerance: expected a number between 0 and 1, found ${tolerance}`);
  }
}

function checkFinite(key: string, values: readonly number[]): void {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new InputError(`${key}: expected finite numbers, found ${bad}`);
}

/** `cutoff`: bound on the levels; see `SpinFermionSystem`. */
export function checkEnergies(cutoff: number, temperature: number): void {
  if (cutoff > LARGEST_ENERGY) {
    throw new InputError(
      `hopping, coupling, chemicalPotential: levels up to ${cutoff} are too large; change the unit of energy`,
    );
  }
  if (temperature > 0 && cutoff / temperature > LARGEST_RATIO) {
    const least = (cutoff / LARGEST_RATIO).toPrecision(2);
    throw new InputError(
      `temperature: expected 0, or at least ${least} for levels up to ${cutoff}, found ${temperature}`,
    );
  }
}

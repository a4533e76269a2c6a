/** Refuses models whose numbers cannot be computed with, before anything is built from them. */
import { InputError } from '../errors.ts';
import { withClassicalDefaults } from './defaults.ts';
import type { ModelParameters } from './model.ts';

/** Levels beyond this could overflow when products of pivots are formed. */
const LARGEST_ENERGY = 1e15;
/** Expansions are tested up to here; below such a temperature nothing differs from T = 0. */
export const LARGEST_RATIO = 1e6;

/** Far beyond any level that is allowed; expansions in βE end where β is no longer a number to compute with. */
const HOTTEST = 1e50;

/** Checks the parameters; throws `InputError` that names the key, what was expected and what was found. */
export function checkParameters(parameters: ModelParameters): void {
  const { hopping, coupling, chemicalPotential, temperature, tolerance, flux = 0 } = parameters;
  const { lists, vectors, numbers } = classicalParts(parameters);
  for (const [key, list] of Object.entries({ hopping, ...lists, ...vectors })) checkList(key, list);
  for (const [key, { length }] of Object.entries(vectors)) {
    if (length !== 3) throw new InputError(`${key}: expected 3 numbers, found ${length}`);
  }
  const all = { hopping, ...lists, ...vectors, ...numbers, coupling, chemicalPotential, temperature, flux };
  for (const [key, values] of Object.entries(all)) checkFinite(key, [values].flat());
  if (temperature < 0) throw new InputError(`temperature: expected a number ≥ 0, found ${temperature}`);
  if (temperature > HOTTEST) {
    throw new InputError(`temperature: expected at most ${HOTTEST}, where all spins are free, found ${temperature}`);
  }
  if (!(tolerance > 0 && tolerance < 1)) {
    throw new InputError(`tolerance: expected a number between 0 and 1, found ${tolerance}`);
  }
}

/** The parameters of the spins' own energy by what they are. */
function classicalParts(parameters: ModelParameters) {
  const { exchange, exchangeAxial, biquadratic, dzyaloshinskiiMoriya, field, axis, singleIon } =
    withClassicalDefaults(parameters);
  const lists = { exchange, exchangeAxial, biquadratic, dzyaloshinskiiMoriya };
  return { lists, vectors: { field, axis }, numbers: { singleIon } };
}

/** Checks that a value is a list of finite numbers: from JavaScript anything may come. */
function checkList(key: string, list: unknown): void {
  if (!Array.isArray(list)) throw new InputError(`${key}: expected a list of numbers, found ${JSON.stringify(list)}`);
}

function checkFinite(key: string, values: readonly number[]): void {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  const found = typeof values[bad] === 'string' ? JSON.stringify(values[bad]) : String(values[bad]);
  throw new InputError(`${key}: expected finite numbers, found ${found}`);
}

/** What has energies, in words. */
const ENERGIES = { levels: 'levels', spins: 'energies of a spin' };

/** Checks the size of energies. `bound`: on the levels, see `SpinFermionSystem`, or on the classical energy of a spin; `keys`: the parameters that they are made of. */
export function checkEnergies(of: keyof typeof ENERGIES, bound: number, temperature: number, keys: string): void {
  const name = ENERGIES[of];
  if (bound > LARGEST_ENERGY) {
    throw new InputError(`${keys}: ${name} up to ${bound} are too large; change the unit of energy`);
  }
  if (temperature > 0 && bound / temperature > LARGEST_RATIO) {
    const least = (bound / LARGEST_RATIO).toPrecision(2);
    throw new InputError(
      `temperature: expected 0, or at least ${least} for ${name} up to ${bound}, found ${temperature}`,
    );
  }
}

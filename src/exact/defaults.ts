/** The defaults of a model: the same for the library and for specs. */
import { requireKnownKeys } from '../words/known-keys.ts';
import type { ModelParameters } from './model.ts';

/** Nearest-neighbour hopping t = 1, J = 1, half filling on two sublattices, T = 0.05, no exchange and no field. */
export const MODEL_DEFAULTS = {
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  temperature: 0.05,
  exchange: [],
  field: [0, 0, 0],
  tolerance: 1e-8,
} as const satisfies Omit<ModelParameters, 'lattice'>;

/** The parameters of a model as a caller gives them: all but the lattice have defaults, `MODEL_DEFAULTS`. */
export type ModelInput = Pick<ModelParameters, 'lattice'> & Partial<ModelParameters>;

/** The keys of a model. */
const KEYS = ['lattice', 'flux', ...Object.keys(MODEL_DEFAULTS)];

/** The model with every default filled in, also for keys that are there without a value. Throws InputError for a key that is none. */
export function withDefaults(input: ModelInput): ModelParameters {
  requireKnownKeys('the model', input, KEYS);
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  // Bonds that a lattice lists itself take the place of hopping between nearest neighbours.
  const hopping = input.lattice.spec.bonds ? [] : MODEL_DEFAULTS.hopping;
  return { ...MODEL_DEFAULTS, hopping, ...(Object.fromEntries(given) as unknown as ModelInput) };
}

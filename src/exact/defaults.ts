/** The defaults of a model: the same for the library and for specs. */
import { requireKnownKeys } from '../words/known-keys.ts';
import type { ClassicalParameters, CompleteParameters } from './classical/term.ts';
import type { ModelParameters } from './model.ts';

/** No terms of the spins' own energy but those that are given; the axis of those that need one is z. */
export const CLASSICAL_DEFAULTS = {
  exchange: [],
  field: [0, 0, 0],
  axis: [0, 0, 1],
  exchangeAxial: [],
  singleIon: 0,
  biquadratic: [],
  dzyaloshinskiiMoriya: [],
  dmDirection: 'bulk',
} as const satisfies Partial<ModelParameters>;

/** The parameters with the defaults of the spins' own energy filled in, also for keys that are there without a value. */
export function withClassicalDefaults<Parameters extends ClassicalParameters>(
  parameters: Parameters,
): Parameters & CompleteParameters {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return { ...CLASSICAL_DEFAULTS, ...(Object.fromEntries(given) as unknown as Parameters & CompleteParameters) };
}

/** Nearest-neighbour hopping t = 1, J = 1, half filling on two sublattices, T = 0.05, and no energy of the spins themselves. */
export const MODEL_DEFAULTS = {
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  temperature: 0.05,
  ...CLASSICAL_DEFAULTS,
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

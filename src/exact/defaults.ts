/** What a model is where nothing else is said: the same for the library and for specs. */
import type { ModelParameters } from './model.ts';

/** Nearest-neighbour hopping t = 1, J = 1, half filling on two sublattices, T = 0.05, spins without an energy of their own. */
export const MODEL_DEFAULTS = {
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  temperature: 0.05,
  exchange: [],
  field: [0, 0, 0],
  tolerance: 1e-8,
} as const satisfies Omit<ModelParameters, 'lattice'>;

/** What must be said of a model, and what may be: all but the lattice has defaults, `MODEL_DEFAULTS`. */
export type ModelInput = Pick<ModelParameters, 'lattice'> & Partial<ModelParameters>;

/** Every default filled in, also for keys that are there without a value. */
export function withDefaults(input: ModelInput): ModelParameters {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return { ...MODEL_DEFAULTS, ...(Object.fromEntries(given) as unknown as ModelInput) };
}

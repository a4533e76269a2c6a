/** The couplings of a learned linear model: the list that papers on self-learning Monte Carlo print. */
import type { ModelCard } from '../effective/weights/card.ts';
import { couplingsOf } from '../results/summary/run-json.ts';

/** What they multiply, and which sign is which. */
export const COUPLINGS = 'E = E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j: J_s > 0 is ferromagnetic';

/** Four digits of each. */
export function couplingRows(model: ModelCard | undefined): string[][] {
  return couplingsOf(model).map(([name, value]) => [name, value.toPrecision(4)]);
}

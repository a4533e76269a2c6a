/** What runs when a page is opened without an address. */
import type { Fields } from './fields.ts';

/** The transformer learns for some ten seconds, which is time to look at what it learns from. */
export const ARRIVAL: Fields = {
  'lattice.size': '[8, 8]',
  'model.coupling': '1.0',
  'model.temperature': '0.05',
  'effective.kind': '"transformer"',
  'effective.blocks': '2',
  'training.exact_evaluations': '600',
  'sampling.method': '"self-learning"',
  'sampling.samples': '100000',
  'sampling.seed': '1',
};

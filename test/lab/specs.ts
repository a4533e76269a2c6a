/** Specs that a page learns for within a second or two. */

/** The chain ends soon. */
export const QUICK = {
  'lattice.size': '[4,4]',
  'effective.kind': '"linear"',
  'training.exact_evaluations': '60',
  'sampling.samples': '300',
  'sampling.warm_up': '50',
};
/** The chain goes on for longer than any test. */
export const LONG = { ...QUICK, 'sampling.samples': '100000' };
/** A flow proposes, and no learned energy. */
export const FLOW = {
  'lattice.size': '[2,2]',
  'sampling.method': '"flow"',
  'flow.layers': '3',
  'flow.exact_evaluations': '600',
  'sampling.warm_up': '50',
};

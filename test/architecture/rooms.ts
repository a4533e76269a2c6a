/** The rooms of src/ in the order of the way of the data: a file imports from its own room and from those before it, never from one that comes later. */
export const ROOMS: readonly string[] = [
  'errors.ts',
  'words',
  'wasm',
  'numeric',
  'statistics',
  'lattice',
  'spins',
  'exact',
  'effective',
  'flow',
  'training',
  'sampling',
  'observables',
  'spectra',
  'spec',
  'chain',
  // From here on Node may be used.
  'store',
  'runner',
  'run',
  'cluster',
  'evaluate',
  'results',
  'library',
  'bench',
  'report',
  'watch',
  'cli',
];

/** Tables of contents of the package, which import from everywhere and are imported by none. */
export const ENTRIES: readonly string[] = ['index.ts', 'spec.ts', 'run.ts'];

/** The first room that may use Node. */
export const FIRST_OF_NODE = 'store';

/** The order of the folders within a room, where there are several that know each other. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  training: ['fit', 'flow', 'loop'],
  sampling: ['interfaces', 'moves', 'inner', 'annealing', 'samplers', 'tempering', 'choosing'],
  chain: ['learning', 'auto'],
  run: ['training', 'conductor', 'study'],
  results: ['summary', 'export', 'study'],
};

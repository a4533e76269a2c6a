/** The seed of the random numbers of the chains of a spec. */
import { DISORDER_DEFAULTS } from '../lattice/disorder/disorder.ts';
import { philox4x32 } from '../numeric/philox.ts';
import type { Spec } from '../spec/spec.ts';

const TWO_TO_32 = 4294967296;
/** Of 64 random bits those that a double holds as a whole number are kept. */
const UPPER = 2097152;

/**
 * sampling.seed, and with `[disorder]` a number made of that and disorder.seed: chains of one seed share their random numbers, and in realisations that are much alike they would make nearly the same samples.
 * The scatter of the realisations would then not contain the statistical error, which averages over them take it to contain. A disorder of width zero counts, so that errors have no jump where it vanishes.
 */
export function chainSeed({ sampling, disorder }: Pick<Spec, 'sampling' | 'disorder'>): number {
  const given = Object.values(disorder).some((value) => value !== undefined);
  if (!given) return sampling.seed;
  const { seed = DISORDER_DEFAULTS.seed } = disorder;
  const block = Uint32Array.of(seed, seed / TWO_TO_32, 0, 0);
  philox4x32(block, sampling.seed, sampling.seed / TWO_TO_32, block);
  return block[0] + TWO_TO_32 * (block[1] % UPPER);
}

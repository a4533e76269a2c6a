/** Spins at infinite temperature. */
import { clearMissing } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { randomDirections } from '../numeric/directions.ts';
import type { RandomStream } from '../numeric/philox.ts';

/** Isotropic and independent directions, from the stream; 0 where a spin is missing, which takes its numbers all the same. */
export const hotSpins = (lattice: Lattice, random: RandomStream): Float64Array =>
  clearMissing(lattice, randomDirections(random, lattice.siteCount));

/** Where the chains of a job start, as its spec says. */
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { startOf } from '../spec/start.ts';
import { hotSpins } from '../spins/hot.ts';
import { namedConfiguration } from '../spins/named.ts';
import type { Job } from './job.ts';
import { coldSpins, startingSpins } from './start.ts';

/** What a chain of a job begins with. Throws InputError for a named configuration that there is not on the lattice, and for a file that is not in the job. */
export function chosenSpins({ spec, start }: Job, lattice: Lattice, chain: number, random: RandomStream): Float64Array {
  const chosen = startOf(spec.sampling.start);
  switch (chosen.kind) {
    case 'hot-and-cold':
      return startingSpins(lattice, chain, random);
    case 'hot':
      return hotSpins(lattice, random);
    case 'cold':
      return coldSpins(lattice);
    case 'named':
      return namedConfiguration(chosen.name, lattice, { period: chosen.period });
    case 'file':
      return ofChain(requireStart(start, chosen.path), chain, spec.sampling.chains);
  }
}

/** One configuration for each chain: the last ones, which are furthest from where they began, or again from the first where there are too few. */
function ofChain(configurations: readonly Float64Array[], chain: number, chains: number): Float64Array {
  const first = Math.max(0, configurations.length - chains);
  return configurations[(first + chain - 1) % configurations.length].slice();
}

function requireStart(start: readonly Float64Array[] | undefined, path: string): readonly Float64Array[] {
  if (start) return start;
  throw new InputError(
    `sampling.start: expected a name where no run reads files, found ${JSON.stringify(path)}\n  sampleSpec takes spins of its own`,
  );
}

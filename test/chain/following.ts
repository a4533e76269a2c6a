/** Chains, sample by sample. */
import type { Chain, ChainProgram, Sample } from '../../src/chain/chain.ts';
import type { Checkpoint } from '../../src/chain/checkpoint.ts';

/** The chain that goes on from a checkpoint as it comes back from the store. */
export function resumed(program: ChainProgram, checkpoint: Checkpoint): Chain {
  return program.resume(7, 1, structuredClone(checkpoint));
}

/** Rows, those of further parts included, and checkpoints after every sample; all but times, which no two runs share. */
export function follow(chain: Chain, samples: number) {
  const rows: Float64Array[][] = [];
  const checkpoints: Checkpoint[] = [];
  for (let k = 0; k < samples; k++) {
    rows.push(rowsOf(chain.advance()));
    const { counters, spins, ...rest } = chain.checkpoint();
    const counts = Object.entries(counters).filter(([name]) => !name.toLowerCase().includes('milliseconds'));
    checkpoints.push({ ...rest, spins: spins.slice(), counters: Object.fromEntries(counts) });
  }
  return { rows, checkpoints };
}

const rowsOf = ({ row, parts = [] }: Sample): Float64Array[] => [row.slice(), ...parts.flatMap(rowsOf)];

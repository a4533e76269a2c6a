/** The checkpoint from which a chain goes on. */
import type { Checkpoint } from '../chain/checkpoint.ts';
import { readCheckpoint } from './checkpoint-row.ts';
import { connectedExtents } from './extents.ts';
import type { Run } from './run.ts';
import { readSegment } from './segment-reader.ts';

/**
 * The state after the last sample that is known without a gap; undefined when the chain has not begun.
 *
 * Throws as readSegment.
 */
export function lastCheckpoint(run: Run, chain: number): Checkpoint | undefined {
  const last = connectedExtents(run, chain).reduce<{ file: string; samples: number } | undefined>(
    (best, extent) => (best && best.samples >= extent.samples ? best : extent),
    undefined,
  );
  return last && readSegment(run, chain, last.file, ({ database }) => readCheckpoint(database, last.file));
}

/** Which samples of a chain its segments hold. */
import { StorageError } from '../errors.ts';
import { segmentFile, segmentNumbers } from './paths.ts';
import type { Run } from './run.ts';
import { readSegment } from './segment-reader.ts';

export interface Extent {
  readonly file: string;
  /** Samples first … samples − 1. */
  readonly first: number;
  readonly samples: number;
  readonly names: readonly string[];
}

/**
 * The segments that, from sample 0 on, leave no gap; ordered by first sample. They overlap where two copies of a job ran at once.
 *
 * What lies behind a gap, as after a lost file, is computed again.
 */
export function connectedExtents(run: Run, chain: number): Extent[] {
  let end = 0;
  return extents(run, chain).filter(({ first, samples }) => {
    const connected = first <= end;
    if (connected) end = Math.max(end, samples);
    return connected;
  });
}

/** Samples from 0 on that `connected` holds. */
export function lengthOf(connected: readonly Extent[]): number {
  return connected.reduce((end, { samples }) => Math.max(end, samples), 0);
}

/** Checks the observables of segments; throws StorageError unless all hold the same. */
export function checkObservables(extents: readonly Extent[], names: readonly string[]): void {
  const other = extents.find((extent) => extent.names.join('\n') !== names.join('\n'));
  if (!other) return;
  throw new StorageError(
    `${other.file}: expected the observables ${names.join(', ')}, found ${other.names.join(', ')}: they stay the same within a run`,
  );
}

function extents(run: Run, chain: number): Extent[] {
  const found = segmentNumbers(run.directory, chain).flatMap((number) => {
    const file = segmentFile(run.directory, chain, number);
    const extent = readSegment(run, chain, file, ({ first, samples, names }) => ({ file, first, samples, names }));
    return extent ?? [];
  });
  return found.sort((a, b) => a.first - b.first);
}

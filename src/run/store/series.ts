/** All samples of a run, merged from the segments. */
import { InputError } from '../../errors.ts';
import { checkObservables, connectedExtents, type Extent, lengthOf } from './extents.ts';
import { chainNumbers } from './paths.ts';
import type { Run } from './run.ts';
import { type OpenSegment, readSegment } from './segment-reader.ts';

export interface Series {
  /** Of the observables; none before the first checkpoint of a run. */
  readonly names: readonly string[];
  /** By chain, then observable: one number per sample. Chains may differ in length. */
  readonly chains: readonly (readonly Float64Array[])[];
}

/** Throws InputError, naming the file, when a segment is damaged or foreign, or when two of them contradict each other. */
export function readSeries(run: Run): Series {
  const last = chainNumbers(run.directory).at(-1) ?? 0;
  const extents = Array.from({ length: last }, (_, index) => connectedExtents(run, index + 1));
  const names = extents.flat()[0]?.names ?? [];
  checkObservables(extents.flat(), names);
  return { names, chains: extents.map((connected, index) => readChain(run, index + 1, connected, names)) };
}

function readChain(run: Run, chain: number, extents: readonly Extent[], names: readonly string[]): Float64Array[] {
  const length = lengthOf(extents);
  const series = names.map(() => new Float64Array(length));
  let filled = 0;
  for (const extent of extents) {
    const end = Math.min(extent.samples, length);
    readSegment(run, chain, extent.file, (segment) => readRows(segment, extent, series, filled));
    filled = Math.max(filled, end);
  }
  return series;
}

/** The rows of a segment: beyond `filled` they are copied, below they must be the same as in `series`. */
function readRows({ database, names }: OpenSegment, extent: Extent, series: Float64Array[], filled: number): void {
  const { file, first, samples } = extent;
  const rows = database.prepare('SELECT * FROM series WHERE sample < ? ORDER BY sample').iterate(samples);
  let sample = first;
  for (const row of rows) {
    if (row.sample !== sample) break;
    for (const [column, name] of names.entries()) {
      const value = (row[name] as number | null) ?? NaN;
      if (sample >= filled) series[column][sample] = value;
      else if (!Object.is(series[column][sample], value)) throw contradiction(file, name, sample);
    }
    sample++;
  }
  if (sample !== samples) throw new InputError(`${file}: damaged: sample ${sample} is missing: move it out of the run`);
}

function contradiction(file: string, name: string, sample: number): InputError {
  return new InputError(
    `${file}: ${name} of sample ${sample} differs from an earlier segment of the chain, though both should have the same bits: ` +
      'move the segments of the machine that you trust less out of the run',
  );
}

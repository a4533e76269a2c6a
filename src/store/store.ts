/** The run directory: what is in it, how it grows, how it is read. Nothing that was committed is ever changed. */

export type { TomlSections, TomlTable, TomlValue } from '../spec/toml-text.ts';
export { readConfigurations, readLevels, samplesWithLevels } from './kept.ts';
export { lastCheckpoint } from './last-checkpoint.ts';
export { machineWords } from './machine.ts';
export { isStandardOutput, writeOutput, writePieces } from './output.ts';
export { chainName } from './paths.ts';
export { checkAppendable } from './protected-files.ts';
export { createRun, extendRun, openRun, type ResolvedRun, type Run, requireVersion, resolvedText } from './run.ts';
export {
  type Batch,
  type KeptDoubles,
  newSegment,
  type SegmentWriter,
  type StoredConfiguration,
} from './segment-writer.ts';
export { type OpenSeries, openSeries, readSeries, type Series } from './series.ts';

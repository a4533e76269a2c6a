/** All that a run would store of a chain, from its first sample on, in memory that is bounded. */
import { chainFileText, type OfSample } from '../../src/chain/chain-file.ts';
import type { Checkpoint, PreparedSpec, SpecSample } from '../../src/spec.ts';
import { VERSION } from './version.ts';

/** Bytes of rows, at most. A chain that has more samples is kept as far as they go. */
const MOST_BYTES = 64 * 2 ** 20;

/** A chain as a file. */
export interface KeptChain {
  readonly text: string;
  readonly samples: number;
}

export interface ChainRecord {
  add(sample: SpecSample): void;
  /** The chain so far; undefined before its first sample. */
  file(): KeptChain | undefined;
}

/** `spec`: the TOML text that `job` was prepared from. */
export function recordChain(
  spec: string,
  { learned, flow, choice, filling, spec: { sampling } }: PreparedSpec,
): ChainRecord {
  const configurations: OfSample[] = [];
  const levels: OfSample[] = [];
  let names: readonly string[] = [];
  let rows: Float64Array | undefined;
  let [count, capacity] = [0, 0];
  let checkpoint: Checkpoint | undefined;
  const open = (columns: readonly string[]) => {
    names = columns;
    capacity = Math.min(sampling.warmUp + sampling.samples, Math.floor(MOST_BYTES / (8 * columns.length)));
    rows = new Float64Array(capacity * columns.length);
    return rows;
  };
  return {
    add({ index, stored, checkpoint: { state } }) {
      if (!stored) return;
      const table = rows ?? open(stored.names);
      if (count === capacity) return;
      table.set(stored.row, count * names.length);
      if (stored.configuration) configurations.push({ sample: index, values: stored.configuration });
      if (stored.levels) levels.push({ sample: index, values: stored.levels });
      checkpoint = state;
      count++;
    },
    file() {
      if (!rows || !checkpoint) return undefined;
      const table = rows.subarray(0, count * names.length);
      const found = { learned, flow, choice, filling };
      const kept = { names, rows: table, configurations, levels, checkpoint };
      return { text: chainFileText({ madeBy: VERSION, spec, ...found, ...kept }), samples: count };
    },
  };
}

/**
 * {"spec", "version", "estimates": what `report --json` prints, "descriptions": {NAME: {"formula", …}},
 * "chains": [{"chain", "warmUp", "series": {NAME: one number per sample, warm-up included}}]}
 *
 * JSON has no NaN: it is null.
 */

import { type RunData, readRunData } from '../summary/run-data.ts';
import { runJson } from '../summary/run-json.ts';
import { summaryOf } from '../summary/summary.ts';
import { descriptions, type ExportSource } from './source.ts';

const NUMBERS_PER_PIECE = 4096;

/** The text in pieces. The run is read, and its estimates are made, before the first of them. */
export function jsonPieces({ run }: ExportSource): Iterable<string> {
  const data = readRunData(run);
  try {
    return pieces(headOf(data), data);
  } catch (error) {
    data.series.close();
    throw error;
  }
}

function headOf(data: RunData): string {
  const { run, spec } = data;
  const estimates = runJson(summaryOf(data));
  const head = { spec, version: run.version, estimates, descriptions: descriptions(run) };
  return JSON.stringify(head).slice(0, -1);
}

function* pieces(head: string, { series, spec }: RunData): Generator<string> {
  try {
    yield `${head},"chains":[`;
    for (const index of series.lengths.keys()) {
      yield `${index > 0 ? ',' : ''}\n{"chain":${index + 1},"warmUp":${spec.sampling.warmUp},"series":{`;
      for (const [k, name] of series.names.entries()) {
        yield `${k > 0 ? ',' : ''}\n${JSON.stringify(name)}:[`;
        yield* numberPieces(series.read(index, k));
        yield ']';
      }
      yield '}}';
    }
    yield ']}\n';
  } finally {
    series.close();
  }
}

function* numberPieces(column: Float64Array): Generator<string> {
  for (let first = 0; first < column.length; first += NUMBERS_PER_PIECE) {
    const part: number[] = [];
    for (let k = first; k < Math.min(first + NUMBERS_PER_PIECE, column.length); k++) part.push(column[k]);
    yield `${first > 0 ? ',' : ''}${JSON.stringify(part).slice(1, -1)}`;
  }
}

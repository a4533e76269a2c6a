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

const NUMBERS_PER_PIECE = 1000;

/** The text in pieces. The run is read before the first of them. */
export function jsonPieces({ run }: ExportSource): Iterable<string> {
  const data = readRunData(run);
  const { spec } = data;
  const estimates = runJson(summaryOf(data));
  return pieces({ spec, version: run.version, estimates, descriptions: descriptions(run) }, data);
}

function* pieces(head: object, { series: { names, chains }, spec }: RunData): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"chains":[`;
  for (const [index, columns] of chains.entries()) {
    yield `${index > 0 ? ',' : ''}\n{"chain":${index + 1},"warmUp":${spec.sampling.warmUp},"series":{`;
    for (const [k, column] of columns.entries()) {
      yield `${k > 0 ? ',' : ''}\n${JSON.stringify(names[k])}:[`;
      yield* numberPieces(column);
      yield ']';
    }
    yield '}}';
  }
  yield ']}\n';
}

function* numberPieces(column: Float64Array): Generator<string> {
  for (let first = 0; first < column.length; first += NUMBERS_PER_PIECE) {
    const part = Array.from(column.subarray(first, first + NUMBERS_PER_PIECE));
    yield `${first > 0 ? ',' : ''}${JSON.stringify(part).slice(1, -1)}`;
  }
}

/**
 * {"spec", "version", "estimates": what `report --json` prints, "descriptions": {NAME: {"formula", …}},
 * "chains": [{"chain", "warmUp", "series": {NAME: one number per sample, warm-up included}, "configurations": [{"sample", "spins": [[x, y, z], …]}]}]}
 *
 * Of a tempered run {"spec", "version", "temperatures": [that of each temperature]}. JSON has no NaN: it is null.
 */

import { specOf } from '../../run/conductor/stored-spec.ts';
import { numberText } from '../../spins/formats/number-text.ts';
import { type Run, readConfigurations } from '../../store/store.ts';
import { type RunData, readRunData, rungReaders } from '../summary/run-data.ts';
import { runJson } from '../summary/run-json.ts';
import { summaryOf } from '../summary/summary.ts';
import { descriptions, type ExportSource } from './source.ts';

const NUMBERS_PER_PIECE = 4096;

/** The text in pieces. A run that is not tempered is read, and its estimates are made, before the first of them. */
export function jsonPieces({ run }: ExportSource): Iterable<string> {
  const rungs = rungReaders(run);
  if (rungs.length > 0) return ladderPieces(run, rungs);
  const data = readRunData(run);
  try {
    return pieces(headOf(data), data);
  } catch (error) {
    data.series.close();
    throw error;
  }
}

function* ladderPieces(run: Run, rungs: readonly (() => RunData)[]): Generator<string> {
  yield `${JSON.stringify({ spec: specOf(run), version: run.version }).slice(0, -1)},"temperatures":[`;
  for (const [index, open] of rungs.entries()) {
    if (index > 0) yield ',';
    const data = open();
    yield* pieces(headOf(data), data);
  }
  yield ']}\n';
}

function headOf(data: RunData): string {
  const { run, spec } = data;
  const estimates = runJson(summaryOf(data));
  const head = { spec, version: run.version, estimates, descriptions: descriptions(run) };
  return JSON.stringify(head).slice(0, -1);
}

function* pieces(head: string, { run, series, spec }: RunData): Generator<string> {
  try {
    yield `${head},"chains":[`;
    for (const index of series.lengths.keys()) {
      yield `${index > 0 ? ',' : ''}\n{"chain":${index + 1},"warmUp":${spec.sampling.warmUp},"series":{`;
      for (const [k, name] of series.names.entries()) {
        yield `${k > 0 ? ',' : ''}\n${JSON.stringify(name)}:[`;
        yield* numberPieces(series.read(index, k));
        yield ']';
      }
      yield '},"configurations":[';
      yield* configurationPieces(run, index + 1);
      yield ']}';
    }
    yield ']}\n';
  } finally {
    series.close();
  }
}

/** Every double with all of its bits: JSON.stringify would leave the sign of zero out. */
function* configurationPieces(run: Run, chain: number): Generator<string> {
  let isFirst = true;
  for (const { sample, spins } of readConfigurations(run, chain)) {
    const vectors = Array.from(
      { length: spins.length / 3 },
      (_, i) => `[${Array.from(spins.subarray(3 * i, 3 * i + 3), numberText).join()}]`,
    );
    yield `${isFirst ? '' : ','}\n{"sample":${sample},"spins":[${vectors.join()}]}`;
    isFirst = false;
  }
}

function* numberPieces(column: Float64Array): Generator<string> {
  for (let first = 0; first < column.length; first += NUMBERS_PER_PIECE) {
    const part: number[] = [];
    for (let k = first; k < Math.min(first + NUMBERS_PER_PIECE, column.length); k++) part.push(column[k]);
    yield `${first > 0 ? ',' : ''}${JSON.stringify(part).slice(1, -1)}`;
  }
}

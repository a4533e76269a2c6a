/**
 * {"spec", "version", "estimates": what `report --json` prints, "descriptions": {NAME: {"formula", …}},
 * "chains": [{"chain", "warmUp", "series": {NAME: one number per sample, warm-up included}}]}
 *
 * JSON has no NaN: it is null.
 */
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readSeries } from '../../store/store.ts';
import { runJson } from '../summary/run-json.ts';
import { summarise } from '../summary/summary.ts';
import { descriptions, type ExportSource, writePieces } from './source.ts';

export function writeJson(path: string, source: ExportSource): void {
  writePieces(path, pieces(source));
}

function* pieces({ run }: ExportSource): Generator<string> {
  const spec = specOf(run);
  const { names, chains } = readSeries(run);
  const head = { spec, version: run.version, estimates: runJson(summarise(run)), descriptions: descriptions(run) };
  yield `${JSON.stringify(head).slice(0, -1)},"chains":[`;
  for (const [index, columns] of chains.entries()) {
    yield `${index > 0 ? ',' : ''}\n{"chain":${index + 1},"warmUp":${spec.sampling.warmUp},"series":{`;
    for (const [k, column] of columns.entries())
      yield `${k > 0 ? ',' : ''}\n${JSON.stringify(names[k])}:${JSON.stringify([...column])}`;
    yield '}}';
  }
  yield ']}\n';
}

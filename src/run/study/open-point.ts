/** The run of a point of a study. */
import type { Spec } from '../../spec/spec.ts';
import { type TomlTable, toTomlText } from '../../spec/toml-text.ts';
import { extendRun, type Run } from '../../store/store.ts';
import { startRun } from '../conductor/conductor.ts';
import { specOf, toSections } from '../conductor/stored-spec.ts';
import { removeOutcome } from './outcome-file.ts';

/** The run of a point, made where it has not begun; it may grow. `samples`: wanted of every chain where the study is extended. */
export function openPoint(folder: string, spec: Spec, samples = 0): Run {
  removeOutcome(folder);
  const run = startRun(folder, pointText(spec), spec);
  return samples > specOf(run).sampling.samples ? extendRun(run, samples) : run;
}

/** The spec.toml of a point, which is a spec of its own: a ladder has its temperatures in [tempering] alone. */
function pointText(spec: Spec): string {
  const { model, ...others } = toSections(spec);
  const { temperature, ...rest } = model as TomlTable;
  return toTomlText({ ...others, model: spec.tempering ? rest : { temperature, ...rest } });
}

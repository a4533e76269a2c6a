/** A tempered run, temperature by temperature. */
import { partOfRung } from '../../chain/ladder-parts.ts';
import type { Run, TomlTable } from '../../store/store.ts';

/** The folder of the models of one temperature. */
export const modelFolderAt = (temperature: number): string => `models/T=${temperature}`;

/**
 * The run as it is seen at each temperature of its ladder, ascending: everything that reads runs reads these, as if nothing were tempered. They are no
 * directories of their own: what advances is the whole. None of a run that is not tempered.
 */
export function rungRuns(run: Run): Run[] {
  const { tempering, ...spec } = run.spec;
  const { temperatures = [] } = (tempering ?? {}) as { readonly temperatures?: readonly number[] };
  return temperatures.map((temperature, rung) => ({
    ...run,
    spec: { ...spec, model: { ...(spec.model as TomlTable), temperature } },
    part: rung === 0 ? undefined : partOfRung(rung),
    modelFolder: modelFolderAt(temperature),
  }));
}

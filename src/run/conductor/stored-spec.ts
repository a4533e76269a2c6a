/** The spec of a run, as its directory keeps it. */
import { withChoice } from '../../chain/auto/auto.ts';
import { atChemicalPotential } from '../../spec/at-chemical-potential.ts';
import { isAuto } from '../../spec/learns.ts';
import { resolveSpec, type Spec, type SpecInput } from '../../spec/spec.ts';
import { resolvedFile } from '../../store/paths.ts';
import type { Run, TomlSections, TomlTable } from '../../store/store.ts';
import { onStored } from '../../store/trouble.ts';
import { readFilling } from '../filling/filling-file.ts';
import { readChoice } from '../training/choice-file.ts';

/** The spec as it was when the run was planned, whatever it has been extended to since. */
export function plannedSpec(run: Run): Spec {
  const spec = specOf(run);
  const { samples } = spec.sampling;
  return { ...spec, sampling: { ...spec.sampling, samples: run.plannedSamples ?? samples } };
}

/** A spec as the store keeps it: `storedSamples` instead of the samples that are kept, so that a run can grow. */
export function toSections(spec: Spec): TomlSections {
  return JSON.parse(JSON.stringify(spec)) as TomlSections;
}

/** A spec that does not say in which samples electrons are measured is of the time when that was all of them; so its chains go on with the same columns. */
const measuringAll = (spec: TomlSections): TomlSections => ({
  ...spec,
  sampling: { electronsEvery: 1, ...(spec.sampling as TomlTable) },
});

/** The spec that a run was made from, with what it has chosen and found itself. Throws StorageError when its files are damaged. */
export function specOf(run: Run): Spec {
  const remedy = `restore ${resolvedFile(run.directory)} from a copy, or choose another directory`;
  const spec = onStored(remedy, () => resolveSpec(measuringAll(run.spec) as unknown as SpecInput));
  const choice = isAuto(spec) ? readChoice(run) : undefined;
  const filling = spec.model.filling === undefined ? undefined : readFilling(run);
  const chosen = choice ? withChoice(spec, choice) : spec;
  return filling ? atChemicalPotential(chosen, filling.chemicalPotential) : chosen;
}

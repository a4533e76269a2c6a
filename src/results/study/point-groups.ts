/** Which runs of a study belong to one set of curves: their models differ in temperature, chemical potential, and the field along one direction. */
import type { ModelParameters } from '../../exact/model.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import { areParallel } from '../../spec/sweep/coordinates.ts';
import type { Run } from '../../store/store.ts';
import { type Direction, fieldAxis, magnetizationAlong } from './along-field.ts';

export interface PointGroup {
  /** Places in the list of runs. */
  readonly members: readonly number[];
  /** Of the first of them. */
  readonly parameters: ModelParameters;
  /** Of the field, where the members differ in it. */
  readonly direction?: Direction;
}

interface Member {
  readonly index: number;
  readonly parameters: ModelParameters;
  /** The observables that it has measured. */
  readonly names: readonly string[];
}

/** The groups of runs that keep levels, in the order of their first runs. */
export function pointGroups(runs: readonly Run[]): PointGroup[] {
  const keeping = runs.flatMap((run, index): Member[] => {
    const spec = specOf(run);
    if (!spec.sampling.levels) return [];
    const parameters = sampledParameters(spec);
    const { primary } = observablesFor(parameters, spec.observables.families);
    return [{ index, parameters, names: primary.map(({ name }) => name) }];
  });
  const byModel = Map.groupBy(keeping, ({ parameters }) => modelWords(parameters));
  return [...byModel.values()].flatMap(byField).sort((a, b) => a.members[0] - b.members[0]);
}

/** Everything about a model but the field that decides what its levels are, or how the spins' own energy enters. */
function modelWords({
  chemicalPotential: _,
  temperature: __,
  tolerance: ___,
  field: ____,
  ...model
}: ModelParameters): string {
  return JSON.stringify({ ...model, lattice: model.lattice.spec });
}

/** What realisations of disorder have in common whose curves belong together. `direction`: of the field along which these join points. */
export function averageWords(run: Run, direction: Direction | undefined): string {
  const spec = specOf(run);
  const parameters = sampledParameters({ ...spec, disorder: { ...spec.disorder, seed: 0 } });
  return JSON.stringify([modelWords(parameters), direction ?? parameters.field]);
}

const fieldWords = ({ parameters: { field } }: Member): string => JSON.stringify(field);

/** Members with fields along one direction are a group, those at zero field too where there is one direction; whoever has not measured the magnetisation along it is with those of the same field alone. */
function byField(members: readonly Member[]): PointGroup[] {
  const axes = axesOf(members);
  const byAxis = axes.map((axis) => members.filter((one) => isAlong(axis, one, axes.length === 1)));
  const together = byAxis.map((group, k) => ({ group, direction: axes[k] })).filter(({ group }) => differ(group));
  const joined = new Set(together.flatMap(({ group }) => group));
  const others = Map.groupBy(
    members.filter((one) => !joined.has(one)),
    fieldWords,
  );
  return [
    ...together.map(({ group, direction }) => ({ ...groupOf(group), direction })),
    ...[...others.values()].map(groupOf),
  ];
}

/** The directions of all fields, each once. */
function axesOf(members: readonly Member[]): Direction[] {
  const axes: Direction[] = [];
  for (const { parameters } of members) {
    const axis = fieldAxis(parameters.field);
    if (axis && !axes.some((known) => areParallel(known, axis))) axes.push(axis);
  }
  return axes;
}

function isAlong(axis: Direction, { parameters, names }: Member, withZero: boolean): boolean {
  const own = fieldAxis(parameters.field);
  const isThere = own ? areParallel(axis, own) : withZero;
  return isThere && magnetizationAlong(axis, parameters, names) !== undefined;
}

const differ = (group: readonly Member[]): boolean => new Set(group.map(fieldWords)).size > 1;

const groupOf = (group: readonly Member[]): PointGroup => ({
  members: group.map(({ index }) => index),
  parameters: group[0].parameters,
});

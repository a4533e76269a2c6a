/** A study: a spec with [sweep], as the specs of its points. docs/decisions/029 says how values and names come about. */
import { fromObject } from '../object.ts';
import { readOverride } from '../overrides.ts';
import { readToml } from '../read-toml.ts';
import { resolve } from '../resolve.ts';
import type { Spec } from '../shape.ts';
import { SpecError, type SpecProblem } from '../spec-error.ts';
import type { Study } from '../study.ts';
import { unknownNames } from '../unknown.ts';
import { type Given, latest, type ReadLattice, SWEEP, type Writing } from '../writing.ts';
import { type Accept, requireAccepted } from './accepted.ts';
import { neighboursIn, nothingCarried } from './carrying.ts';
import { duplicates } from './duplicates.ts';
import { firstOf } from './faults.ts';
import { withLevels } from './levels.ts';
import { readSweep } from './read-sweep.ts';
import { resolvePoints } from './resolve-points.ts';
import type { StudyInput } from './study-input.ts';
import { wrongValues } from './wrong-values.ts';

export { selectPoints } from './select-points.ts';

/**
 * The study in a TOML text; undefined where it has no [sweep]. `overrides` are `section.key=value` as given to `--set`, for keys that are not swept. What `accept` throws for the
 * spec of a point is thrown with point and place. `readLattice`: as of `parseSpec`.
 *
 * Throws SpecError, listing all that is wrong by line and column of `file`.
 */
export function parseStudy(
  text: string,
  file: string,
  overrides: readonly string[] = [],
  accept?: Accept,
  readLattice?: ReadLattice,
): Study | undefined {
  const written = { ...readToml(text, file), readLattice };
  const read = overrides.map((option) => readOverride(option, written));
  return written.sweep && studyOf(written, read, accept);
}

/** What a TOML text holds: a study, or the spec of a single run. */
export type ParsedText =
  | { readonly study: Study; readonly spec?: undefined }
  | { readonly study?: undefined; readonly spec: Spec };

/** The study or the spec in a TOML text, which is read once. Arguments and errors are those of `parseStudy`. */
export function parseSpecOrStudy(
  text: string,
  file: string,
  overrides: readonly string[] = [],
  accept?: Accept,
  readLattice?: ReadLattice,
): ParsedText {
  const written = { ...readToml(text, file), readLattice };
  const read = overrides.map((option) => readOverride(option, written));
  if (written.sweep) return { study: studyOf(written, read, accept) };
  return { spec: resolve({ ...written, given: [...written.given, ...read] }) };
}

/** A study from an object, keys in camel case. What `accept` throws for the spec of a point is thrown with the point. Throws SpecError, listing all that is wrong. */
export const resolveStudy = (input: StudyInput, accept?: Accept): Study => studyOf(fromObject(input), [], accept);

function studyOf(written: Writing, overrides: readonly Given[], accept?: Accept): Study {
  const problems: SpecProblem[] = [];
  const [ofSweep, ofSpec] = [overrides.filter(isOption), overrides.filter((option) => !isOption(option))];
  const base: Writing = { ...written, sweep: undefined, given: [...written.given, ...ofSpec] };
  const sweep = readSweep(written.sweep, ofSweep, base, problems);
  problems.push(...sweptOverrides(ofSpec, sweep?.keys ?? []));
  if (!sweep || problems.length > 0) {
    const given = [...base.given, ...(sweep?.keys ?? [])];
    const values = [...latest(base), ...(sweep?.values ?? [])];
    throw new SpecError(firstOf([...problems, ...unknownNames({ ...base, given }), ...wrongValues(values, base)]));
  }
  const complete = withLevels(base, sweep.levels);
  const study = resolvePoints(complete, sweep.points);
  const same = duplicates(study.points, sweep.points);
  if (same.length > 0) throw new SpecError(same);
  const neighbours = sweep.carryModels ? neighboursIn(study, sweep.isGrid) : new Map<string, string>();
  if (sweep.carryModels && sweep.carrying && neighbours.size === 0) {
    const idle = nothingCarried(study.points, sweep.carrying);
    if (idle.length > 0) throw new SpecError(idle);
  }
  if (accept) requireAccepted(study.points, accept, complete, sweep.points);
  return { ...study, carryModels: sweep.carryModels, neighbours };
}

const isOption = ({ path }: Given): boolean => path[0] === SWEEP;

/** An override of a swept key would be an override of nothing. */
function sweptOverrides(overrides: readonly Given[], swept: readonly Given[]): SpecProblem[] {
  const keys = new Set(swept.map(({ path }) => path.join('.')));
  return overrides
    .filter(({ path }) => keys.has(path.join('.')))
    .map((option) => ({
      key: option.path.join('.'),
      expected: 'a key that is not swept',
      found: 'one whose values are in [sweep]',
      note: 'change them there, or choose some of the points with --points',
      place: option.keyPlace,
    }));
}

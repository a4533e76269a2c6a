/** A study: a spec with [sweep], as the specs of its points. docs/decisions/029 says how values and names come about. */
import { readOverride } from '../overrides.ts';
import { readToml } from '../read-toml.ts';
import { SpecError, type SpecProblem } from '../spec-error.ts';
import type { Study } from '../study.ts';
import { unknownNames } from '../unknown.ts';
import { type Given, SWEEP, type Writing } from '../writing.ts';
import type { Entry } from '../written.ts';
import { duplicates } from './duplicates.ts';
import { readSweep } from './read-sweep.ts';
import { resolvePoints } from './resolve-points.ts';

export { selectPoints } from './select-points.ts';

/**
 * The study in a TOML text; undefined where it has no [sweep]. `overrides` are `section.key=value` as given to `--set`, for keys that are not swept.
 *
 * Throws SpecError, listing all that is wrong by line and column of `file`.
 */
export function parseStudy(text: string, file: string, overrides: readonly string[] = []): Study | undefined {
  const written = readToml(text, file);
  return (
    written.sweep &&
    studyOf(
      written,
      written.sweep,
      overrides.map((option) => readOverride(option, written)),
    )
  );
}

function studyOf(written: Writing, sweep: Entry, overrides: readonly Given[]): Study {
  const problems: SpecProblem[] = [];
  const [ofSweep, ofSpec] = [overrides.filter(isOption), overrides.filter((option) => !isOption(option))];
  const base: Writing = { ...written, sweep: undefined, given: [...written.given, ...ofSpec] };
  const read = readSweep(sweep, ofSweep, base, problems);
  const points = read?.points ?? [];
  problems.push(...sweptOverrides(ofSpec, points.flat()));
  if (!read || problems.length > 0) throw new SpecError([...problems, ...unknownNames(base)]);
  const study = resolvePoints(base, points);
  const same = duplicates(study.points, points);
  if (same.length > 0) throw new SpecError(same);
  return { ...study, carryModels: read.carryModels };
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

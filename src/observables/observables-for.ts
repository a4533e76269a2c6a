/** The observables of a model. */
import { InputError } from '../errors.ts';
import type { ModelParameters } from '../exact/model.ts';
import { checkLength } from '../numeric/check-array.ts';
import { FAMILY_NAMES, type FamilyName, familyNamed, usualFamilies } from './families.ts';
import type { Observable, Observables } from './observable.ts';

/**
 * What makes sense on the lattice: docs/observables.md. `families`: names of families, in any order; the usual ones where left out. Needs T > 0.
 * Your own observables are plain objects; append them to the lists. Throws InputError where none is left.
 */
export function observablesFor(
  parameters: ModelParameters,
  families: readonly FamilyName[] = usualFamilies(parameters),
): Observables {
  const length = 3 * parameters.lattice.siteCount;
  const chosen = FAMILY_NAMES.filter((name) => families.includes(name)).map((name) => familyNamed(name).of(parameters));
  const primary = chosen.flatMap((one) => one.primary);
  if (primary.length === 0) throw nothing(parameters, families);
  return {
    primary: primary.map((observable) => checked(observable, length)),
    derived: chosen.flatMap(({ derived }) => derived),
  };
}

function nothing({ lattice }: ModelParameters, families: readonly FamilyName[]): InputError {
  const found =
    families.length === 0
      ? 'no family'
      : `${families.join(', ')}, of which the ${lattice.spec.kind} lattice has nothing`;
  return new InputError(
    `observables.families: expected something to measure, found ${found}\n  did you mean "magnetization"?`,
  );
}

/** Spins of another lattice would be read past their end, or in part. */
function checked(observable: Observable, length: number): Observable {
  return {
    ...observable,
    evaluate(spins, measurement) {
      checkLength('spins', spins, length);
      return observable.evaluate(spins, measurement);
    },
  };
}

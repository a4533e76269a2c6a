/** The infinite lattice that a spec names: built in, or your own. */
import { InputError } from '../../errors.ts';
import { checkInfiniteLattice } from './check-infinite-lattice.ts';
import { kinds } from './index.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';

/** The infinite lattice of this name; throws InputError for a name that is not known, or is taken, and for a lattice that contradicts itself. */
export function infiniteLatticeOf(name: string, own?: InfiniteLattice): InfiniteLattice {
  const builtIn = Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined;
  if (!own) {
    if (builtIn) return builtIn;
    const found = JSON.stringify(name) ?? String(name);
    throw new InputError(
      `lattice.kind: expected one of ${Object.keys(kinds).join(', ')}, found ${found}\n  did you mean "square"?`,
    );
  }
  if (builtIn)
    throw new InputError(
      `lattice.kind: expected a new name for your own lattice, found "${name}"\n  did you mean "my ${name}"?`,
    );
  checkInfiniteLattice(own);
  return own;
}

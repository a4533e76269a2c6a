/** The infinite lattice that a spec names: built in, or your own. */
import { InputError } from '../../errors.ts';
import type { LatticeSpec } from '../lattice.ts';
import { type LatticeFault, OWN, ownFaults } from '../own/faults.ts';
import { ownLattice } from '../own/own-lattice.ts';
import { kinds } from './index.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';

/** The infinite lattice of a spec; throws InputError for a kind that nobody knows, and for a lattice of your own that is none. */
export function infiniteLatticeOf(spec: LatticeSpec): InfiniteLattice {
  const { kind, primitiveVectors = [], basis = [], bonds } = spec;
  const builtIn = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined;
  if (!builtIn && kind !== OWN) {
    const found = JSON.stringify(kind) ?? String(kind);
    throw new InputError(
      `lattice.kind: expected one of ${[...Object.keys(kinds), OWN].join(', ')}, found ${found}\n  did you mean "square"?`,
    );
  }
  const [fault] = ownFaults(spec);
  if (fault) throw new InputError(messageOf(fault, spec));
  return builtIn ?? ownLattice({ primitiveVectors, basis, bonds });
}

function messageOf({ key, path, expected, suggestion }: LatticeFault, spec: LatticeSpec): string {
  const found = path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], spec[key]);
  const hint = suggestion ? `\n  did you mean ${suggestion}?` : '';
  return `lattice.${key}: expected ${expected}, found ${JSON.stringify(found) ?? 'nothing'}${hint}`;
}

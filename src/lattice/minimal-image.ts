/** Which shells the shortest displacements between sites of a finite lattice belong to. */
import { box, minus, plus, squaredLength } from './integer.ts';
import type { Kind } from './kinds/kind.ts';
import type { LatticeSpec } from './lattice.ts';
import type { ShellTable } from './shells.ts';

export function minimalImageShells(kind: Kind, spec: Required<LatticeSpec>, shells: ShellTable): number[] {
  const numbers = new Set<number>();
  const periods = box(kind.dimension, 1).filter((n) =>
    n.every((count, d) => count === 0 || spec.boundary[d] === 'periodic'),
  );
  for (const [basis, origin] of kind.basis.entries()) {
    for (const offset of kind.basis) {
      for (const cell of differences(spec)) {
        const plain = plus(
          minus(offset, origin),
          cell.map((n) => n * kind.scale),
        );
        const images = periods.map((n) =>
          plus(
            plain,
            n.map((count, d) => count * spec.size[d] * kind.scale),
          ),
        );
        const shortest = Math.min(...images.map((vector) => squaredLength(kind, vector)));
        if (shortest === 0) continue;
        for (const vector of images) {
          if (squaredLength(kind, vector) === shortest) numbers.add(shells.numberOf({ basis, vector }));
        }
      }
    }
  }
  return [...numbers].sort((a, b) => a - b);
}

/** Differences of cells up to sign and period: half of a periodic direction, all of an open one. */
function differences({ size, boundary }: Required<LatticeSpec>): number[][] {
  return size.reduce<number[][]>(
    (all, length, d) => {
      const least = boundary[d] === 'open' ? 1 - length : -Math.floor(length / 2);
      const most = boundary[d] === 'open' ? length - 1 : Math.floor(length / 2);
      return all.flatMap((cell) => Array.from({ length: most - least + 1 }, (_, k) => [...cell, least + k]));
    },
    [[]],
  );
}

/** The elements of the point group of an infinite lattice, from its generators. */
import { multiply } from './integer.ts';
import type { InfiniteLattice, IntegerMatrix } from './kinds/infinite-lattice.ts';

/** All elements, the identity first, then in order of discovery. */
export function pointGroupElements({ dimension, generators }: InfiniteLattice): IntegerMatrix[] {
  const identity = Array.from({ length: dimension }, (_, i) =>
    Array.from({ length: dimension }, (_, j) => Number(i === j)),
  );
  const elements: IntegerMatrix[] = [identity];
  const known = new Set([String(identity)]);
  for (const element of elements) {
    for (const generator of generators) {
      const product = multiply(generator, element);
      if (known.has(String(product))) continue;
      known.add(String(product));
      elements.push(product);
    }
  }
  return elements;
}

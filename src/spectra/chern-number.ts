/** The Chern number of filled levels in one configuration, from twists of the boundaries. */
import { InputError } from '../errors.ts';
import { siteCouplings } from '../exact/couplings.ts';
import { hoppingMatrix } from '../exact/hopping.ts';
import type { ModelParameters } from '../exact/model.ts';
import { type Eigenvectors, eigenvectorSolver } from '../exact/spectrum/eigenvectors.ts';
import { withTwist } from '../lattice/create.ts';
import { withoutVacancies } from '../lattice/disorder/compact.ts';
import type { Engine } from '../wasm/engine.ts';
import { overlapPhase } from './overlap.ts';

/** Twists in each direction; an integer comes out for any grid, the right one where it is fine enough for the gap. */
export const TWISTS = 8;

/**
 * The Chern number of the levels of a configuration (3N) below μ on a lattice that is periodic in two dimensions: that of the many-body state
 * as a function of the twists, by link variables on a grid of `twists` × `twists`. Its sign is that of `hallConductivity`.
 *
 * T. Fukui, Y. Hatsugai and H. Suzuki, J. Phys. Soc. Jpn. 74, 1674. The levels below must not touch those above at any twist. Throws InputError where the lattice has no two periodic directions.
 */
export function chernNumber(parameters: ModelParameters, spins: Float64Array, engine: Engine, twists = TWISTS): number {
  requireTorus(parameters);
  const { lattice, hopping, flux, chemicalPotential } = parameters;
  const { levels } = eigenvectorSolver(hoppingMatrix(lattice, hopping, flux), siteCouplings(parameters), engine)(spins);
  const electrons = levels.filter((level) => level < chemicalPotential).length;
  const states = Array.from({ length: twists * twists }, (_, k) =>
    lowestVectors(parameters, spins, electrons, engine, [(k % twists) / twists, Math.floor(k / twists) / twists]),
  );
  const at = (x: number, y: number) => states[(x % twists) + twists * (y % twists)];
  let curvature = 0;
  for (let y = 0; y < twists; y++)
    for (let x = 0; x < twists; x++) {
      const loop = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)];
      const turns = loop.map((state, k) => overlapPhase(state, loop[(k + 1) % 4])).reduce((sum, turn) => sum + turn);
      curvature += turns - Math.round(turns);
    }
  // Link variables are those of ⟨n|∂n⟩, the Berry curvature is i times its curl.
  return 0 - Math.round(curvature);
}

function requireTorus({ lattice: { spec, dimension } }: ModelParameters): void {
  if (dimension === 2 && spec.boundary.every((kind) => kind === 'periodic')) return;
  throw new InputError(
    `lattice: expected two periodic directions for a Chern number, found ${dimension} of which ${spec.boundary.filter((kind) => kind === 'periodic').length} are periodic`,
  );
}

/** The vectors of the lowest levels with these twists added; hopping across a boundary carries them, so that the Hamiltonian is periodic in them. */
function lowestVectors(
  parameters: ModelParameters,
  spins: Float64Array,
  electrons: number,
  engine: Engine,
  added: readonly number[],
): Eigenvectors {
  const { lattice, hopping, flux } = parameters;
  const twist = lattice.spec.twist.map((turns, d) => turns + added[d]);
  const { lattice: twisted } = withoutVacancies(withTwist(lattice, twist));
  const { dimension, levels, vectors } = eigenvectorSolver(
    hoppingMatrix(twisted, hopping, flux),
    siteCouplings(parameters),
    engine,
  )(spins);
  return { dimension, levels: levels.slice(0, electrons), vectors: vectors.slice(0, 2 * electrons * dimension) };
}

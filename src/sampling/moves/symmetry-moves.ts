/**
 * Exact symmetries as free moves: what is measured is a random symmetric copy of where the chain is.
 *
 * If S has the distribution W, so has g S for every g that leaves W as it is, hence also for a random one that is drawn independently of S. Averages that
 * symmetry makes vanish then do so with an honest error, although no single chain may ever get from one sector to another. The sampler keeps its own copy, so that
 * nothing that it remembers (forces, resolvents) has to be computed again; with kernels that commute with g, as all exact ones do, moving the chain
 * itself would have given the same Markov chain. docs/decisions/018-symmetries-as-free-moves.md
 */
import type { Measurement } from '../../exact/model.ts';
import type { ExactSymmetries, SiteOperation } from '../../exact/symmetry/exact-symmetries.ts';
import type { SpinOperation } from '../../exact/symmetry/spin-operations.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { translateSite } from '../../lattice/symmetry.ts';
import type { RandomStream } from '../../numeric/philox.ts';

/** Random symmetric copies of configurations. */
export interface SymmetryMoves {
  /** Writes a random symmetric copy of `spins` to `copy`; returns what averages over the electrons in it are, given those in `spins`. */
  draw(spins: Float64Array, random: RandomStream, copy: Float64Array): (measurement: Measurement) => Measurement;
}

/** Takes `2 + dimension` random numbers a copy, and every element of the group with the same probability. */
export function symmetryMoves(lattice: Lattice, { translations, sites, spins }: ExactSymmetries): SymmetryMoves {
  const shift = new Int32Array(translations.length);
  const translated = translator(lattice);
  const suiting = { proper: spins.filter((one) => !one.improper), improper: spins.filter((one) => one.improper) };
  return {
    draw(configuration, random, copy) {
      translations.forEach((count, d) => {
        shift[d] = Math.floor(count * random.nextUniform());
      });
      const operation = oneOf(sites, random);
      const turn = oneOf(operation.improper ? suiting.improper : suiting.proper, random);
      move(operation, turn, translated(shift), configuration, copy);
      return operation.reversesLevels ? levelsReversed : unchanged;
    },
  };
}

const oneOf = <T>(items: readonly T[], random: RandomStream): T =>
  items[Math.floor(items.length * random.nextUniform())];

/** Sites after a translation, by site before it; the array is reused by the next call. */
type Translator = (shift: Int32Array) => Int32Array;

/** Row by row: along the first direction the sites of a translated row stay neighbours, but for where it wraps. */
function translator(lattice: Lattice): Translator {
  const { siteCount, basisCount, spec } = lattice;
  const length = basisCount * spec.size[0];
  const targets = new Int32Array(siteCount);
  return (shift) => {
    const split = length - basisCount * shift[0];
    for (let row = 0; row < siteCount; row += length) {
      const start = translateSite(lattice, row, shift);
      const wrapped = start - basisCount * shift[0];
      for (let k = 0; k < split; k++) targets[row + k] = start + k;
      for (let k = split; k < length; k++) targets[row + k] = wrapped + k - split;
    }
    return targets;
  };
}

function move(
  { image }: SiteOperation,
  { matrix }: SpinOperation,
  translated: Int32Array,
  from: Float64Array,
  to: Float64Array,
): void {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = matrix;
  for (let site = 0; site < image.length; site++) {
    const target = 3 * translated[image[site]];
    const [x, y, z] = [from[3 * site], from[3 * site + 1], from[3 * site + 2]];
    to[target] = xx * x + xy * y + xz * z;
    to[target + 1] = yx * x + yy * y + yz * z;
    to[target + 2] = zx * x + zy * y + zz * z;
  }
}

const unchanged = (measurement: Measurement): Measurement => measurement;

/** E → −E at μ = 0: f → 1 − f, while the sum of all levels is 0. */
const levelsReversed = (measurement: Measurement): Measurement => ({
  ...measurement,
  density: 2 - measurement.density,
  crossFluctuation: 0 - measurement.crossFluctuation,
});

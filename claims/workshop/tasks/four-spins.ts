/** log Z of four spins by quadrature. */
import { createModel } from '../../../src/exact/create.ts';
import type { SpinFermionModel } from '../../../src/exact/model.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../../src/spec/spec.ts';
import { mean } from '../../analysis/seeds.ts';

export interface FourSpins {
  /** The exact model, which rotations of all spins leave as it is. */
  readonly spec: SpecInput;
  /** Nodes for each of the five angles. */
  readonly nodes: number;
}

/** log Z by the product rule with one spin along z and the next in the xz plane: the mean weight times (4π)⁴. */
export function fourSpins({ spec, nodes }: FourSpins): number {
  const exact = createModel(modelParameters(resolveSpec(spec)));
  const cosines = fejerRule(nodes);
  const azimuths = Array.from({ length: nodes }, (_, k) => (2 * Math.PI * (k + 0.5)) / nodes);
  const reference = exact.logWeight(Float64Array.of(...NORTH, ...NORTH, ...NORTH, ...NORTH));
  const relative = (...spins: number[][]) => Math.exp(logWeightOf(exact, [NORTH, ...spins]) - reference);
  const over = (f: (spin: number[]) => number) => meanOver(cosines, azimuths, f);
  const total = cosines.reduce(
    (sum, { cosine, weight }) => sum + weight * over((c) => over((d) => relative(direction(cosine, 0), c, d))),
    0,
  );
  return reference + Math.log(total) + 4 * Math.log(4 * Math.PI);
}

const NORTH = [0, 0, 1];

const logWeightOf = (exact: SpinFermionModel, spins: readonly number[][]): number =>
  exact.logWeight(Float64Array.from(spins.flat()));

interface Node {
  readonly cosine: number;
  readonly weight: number;
}

/** The mean over all directions of a spin. */
const meanOver = (cosines: readonly Node[], azimuths: readonly number[], f: (spin: number[]) => number): number =>
  cosines.reduce(
    (sum, { cosine, weight }) => sum + weight * mean(azimuths.map((azimuth) => f(direction(cosine, azimuth)))),
    0,
  );

function direction(cosine: number, azimuth: number): number[] {
  const sine = Math.sqrt(1 - cosine * cosine);
  return [sine * Math.cos(azimuth), sine * Math.sin(azimuth), cosine];
}

/** Fejér's first rule on (−1, 1), weights adding up to 1: the cosines of the middles of n equal angles. L. Fejér, Math. Z. 37, 287 (1933). */
function fejerRule(count: number): Node[] {
  return Array.from({ length: count }, (_, k) => {
    const angle = (Math.PI * (k + 0.5)) / count;
    const terms = Array.from(
      { length: Math.floor(count / 2) },
      (_, j) => Math.cos(2 * (j + 1) * angle) / (4 * (j + 1) ** 2 - 1),
    );
    const weight = (1 - 2 * terms.reduce((sum, term) => sum + term, 0)) / count;
    return { cosine: Math.cos(angle), weight };
  });
}

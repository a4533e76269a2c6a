import { gaussLegendre } from '../gauss-legendre.ts';

/** Two unit spins with S·S' = cosine whose sum points along (sin θ, 0, cos θ). */
function pair(cosine: number, cosTheta: number): [number[], number[], number] {
  const along = Math.sqrt((1 + cosine) / 2);
  const across = Math.sqrt((1 - cosine) / 2);
  const axis = [Math.sqrt(1 - cosTheta * cosTheta), 0, cosTheta];
  const plus = axis.map((value, c) => along * value + (c === 1 ? across : 0));
  const minus = axis.map((value, c) => along * value - (c === 1 ? across : 0));
  return [plus, minus, 2 * along];
}

/** Four spins on 2 × 2 sites, a quadrature weight, and the squares of m and of the staggered m_s. */
export interface FourSpins {
  readonly spins: Float64Array;
  readonly weight: number;
  readonly magnetization2: number;
  readonly staggeredMagnetization2: number;
}

/**
 * On the periodic 2 × 2 lattice every A site couples equally to every B site, so only the sum of the two A orbitals hops. A rotation of the other
 * orbital's spin then turns S − S' about S + S' without changing a level: W depends on S_0·S_3, S_1·S_2 and the angle of the two sums alone.
 * The rule has `count` nodes for each of these three; weights add up to 1.
 */
export function fourSpins(count: number): FourSpins[] {
  const rule = gaussLegendre(count);
  return rule.flatMap(([u, mu]) =>
    rule.flatMap(([v, mv]) => rule.map(([w, mw]) => fourSpinsAt(u, v, w, mu * mv * mw))),
  );
}

function fourSpinsAt(u: number, v: number, w: number, weight: number): FourSpins {
  const [s0, s3, a] = pair(u, 1);
  const [s1, s2, b] = pair(v, w);
  const squares = a * a + b * b;
  const cross = 2 * a * b * w;
  return {
    spins: Float64Array.from([s0, s1, s2, s3].flat()),
    weight,
    magnetization2: (squares + cross) / 16,
    staggeredMagnetization2: (squares - cross) / 16,
  };
}

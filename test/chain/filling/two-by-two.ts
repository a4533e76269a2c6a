/** ⟨n⟩ of a small lattice by quadrature. */
import { createLattice, createModel } from '../../../src/index.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';

/** The density of the periodic 2 × 2 lattice with t = J = 1, as a function of μ, and its inverse. The levels depend on three angles alone: test/exact/quadrature.test.ts. */
export function densityOnTwoByTwo(temperature: number) {
  const model = createModel({ lattice: createLattice({ kind: 'square', size: [2, 2] }), temperature });
  const rule = gaussLegendre(14);
  const nodes = rule.flatMap(([u, mu]) =>
    rule.flatMap(([v, mv]) =>
      rule.map(([w, mw]) => ({ levels: model.spectrum(spinsAt(u, v, w)), measure: mu * mv * mw })),
    ),
  );
  const density = (potential: number): number => {
    let [total, sum] = [0, 0];
    for (const { levels, measure } of nodes) {
      const factors = levels.map((level) => 1 + Math.exp((potential - level) / temperature));
      const weight = measure * factors.reduce((product, factor) => product * factor, 1);
      total += weight;
      sum += (weight * factors.reduce((electrons, factor) => electrons + 1 - 1 / factor, 0)) / 4;
    }
    return sum / total;
  };
  const potentialOf = (filling: number): number => {
    let [low, high] = [-4, 0];
    while (high - low > 1e-10) {
      const middle = (low + high) / 2;
      if (density(middle) < filling) low = middle;
      else high = middle;
    }
    return low;
  };
  return { density, potentialOf };
}

function spinsAt(u: number, v: number, w: number): Float64Array {
  const [s0, s3] = pair(u, 1);
  const [s1, s2] = pair(v, w);
  return Float64Array.from([s0, s1, s2, s3].flat());
}

/** Two unit spins with S·S' = cosine whose sum points along (sin θ, 0, cos θ). */
function pair(cosine: number, cosTheta: number): [number[], number[]] {
  const along = Math.sqrt((1 + cosine) / 2);
  const across = Math.sqrt((1 - cosine) / 2);
  const axis = [Math.sqrt(1 - cosTheta * cosTheta), 0, cosTheta];
  const sum = (sign: number) => axis.map((value, c) => along * value + (c === 1 ? sign * across : 0));
  return [sum(1), sum(-1)];
}

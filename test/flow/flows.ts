/** Flows with random parameters on small lattices, for tests. */
import type { FlowChoice } from '../../src/flow/choice.ts';
import { createFlow, type Flow } from '../../src/flow/flow.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';

interface FlowCase {
  readonly name: string;
  readonly lattice: LatticeSpec;
  readonly choice: FlowChoice;
}

export const FLOWS: readonly FlowCase[] = [
  flowCase({ kind: 'chain', size: [2], boundary: ['open'] }, { layers: 3, map: 'spline', colours: 'sites' }),
  flowCase({ kind: 'square', size: [2, 2] }, { layers: 5, map: 'fisher', colours: 'sites' }),
  flowCase({ kind: 'square', size: [4, 4] }, { layers: 3, map: 'fisher', colours: 'sublattices', shells: 2 }),
  flowCase({ kind: 'square', size: [4, 4] }, { layers: 3, map: 'spline', colours: 'sublattices', shells: 3 }),
  flowCase({ kind: 'square', size: [3, 3] }, { layers: 10, map: 'spline', colours: 'sites', shells: 2 }),
  flowCase({ kind: 'triangular', size: [3, 3] }, { layers: 4, map: 'spline', colours: 'sublattices', shells: 2 }),
  flowCase({ kind: 'honeycomb', size: [2, 2] }, { layers: 3, map: 'spline', colours: 'sublattices', shells: 2 }),
  ...(['shells', 'components'] as const).flatMap((conditioner) => [
    flowCase({ kind: 'square', size: [3, 3] }, { layers: 10, map: 'spline', colours: 'sites', conditioner }),
    flowCase({ kind: 'square', size: [4, 4] }, { layers: 3, map: 'fisher', colours: 'sublattices', conditioner }),
  ]),
];

function flowCase(lattice: LatticeSpec, choice: FlowChoice): FlowCase {
  const { layers, map, shells = 'all', colours, conditioner = 'attention' } = choice;
  const size = lattice.size.join(' × ');
  const name = `${lattice.kind} ${size}, ${layers} ${map} layers of ${colours}, ${conditioner}, shells ${shells}`;
  return { name, lattice, choice };
}

/** Parameters normal with this standard deviation. */
export function randomFlow({ lattice, choice }: Omit<FlowCase, 'name'>, scale = 0.5, seed = 1): Flow {
  const flow = createFlow(createLattice(lattice), choice);
  fillNormal(philoxStream(seed, 0), flow.parameters);
  flow.parameters.forEach((value, k) => {
    flow.parameters[k] = scale * value;
  });
  return flow;
}

export const randomSpins = ({ lattice }: Flow, seed: number): Float64Array =>
  randomDirections(philoxStream(seed, 7), lattice.siteCount);

/** Two unit vectors perpendicular to each spin and to each other: 6 numbers a site. */
export function tangents(spins: Float64Array): Float64Array[] {
  return Array.from({ length: (2 * spins.length) / 3 }, (_, direction) => {
    const at = 3 * Math.floor(direction / 2);
    const [x, y, z] = spins.subarray(at, at + 3);
    const away = Math.abs(x) < 0.6 ? [1, 0, 0] : [0, 1, 0];
    const first = unit(cross([x, y, z], away));
    const out = new Float64Array(spins.length);
    out.set(direction % 2 === 0 ? first : cross([x, y, z], first), at);
    return out;
  });
}

/** The spins moved by an angle along a tangent, on great circles. */
export function turned(spins: Float64Array, tangent: Float64Array, angle: number): Float64Array {
  return spins.map((value, c) => {
    const at = 3 * Math.floor(c / 3);
    const moves = tangent.subarray(at, at + 3).some((one) => one !== 0);
    return moves ? Math.cos(angle) * value + Math.sin(angle) * tangent[c] : value;
  });
}

export const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, c) => sum + value * b[c], 0);

/** The derivative at 0 by the five-point rule. */
export const slopeOf = (f: (x: number) => number, h: number): number =>
  (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);

/** The derivative of f by parameter k of a flow, which is left as it was. */
export function slopeByParameter({ parameters }: Flow, k: number, f: () => number, step: number): number {
  const kept = parameters[k];
  const slope = slopeOf((x) => {
    parameters[k] = kept + x;
    return f();
  }, step);
  parameters[k] = kept;
  return slope;
}

/** log |det| of the Jacobian of a flow at z, in tangents there and at its image. */
export function logVolume(flow: Flow, z: Float64Array): number {
  const image = z.slice();
  flow.transport(image);
  const to = tangents(image);
  const along = (tangent: Float64Array, other: Float64Array) => (angle: number) => {
    const moved = turned(z, tangent, angle);
    flow.transport(moved);
    return dot(moved, other);
  };
  // Short steps: scores have kinks.
  const jacobian = tangents(z).map((tangent) => to.map((other) => slopeOf(along(tangent, other), 2e-5)));
  return Math.log(Math.abs(determinant(jacobian)));
}

/** By elimination with pivots. */
function determinant(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let product = 1;
  rows.forEach((_, k) => {
    const pivot = rows.reduce((best, row, r) => (r >= k && Math.abs(row[k]) > Math.abs(rows[best][k]) ? r : best), k);
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    product *= rows[k][k];
    for (let r = k + 1; r < rows.length; r++) {
      const factor = rows[r][k] / rows[k][k];
      for (let c = k; c < rows.length; c++) rows[r][c] -= factor * rows[k][c];
    }
  });
  return product;
}

const cross = (a: readonly number[], b: readonly number[]): number[] => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

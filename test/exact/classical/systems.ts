/** Models with all terms of the spins' own energy, and the energy of a configuration straight from the formulas of the documentation. */
import type { ClassicalParameters } from '../../../src/exact/classical/term.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';

export type Terms = Omit<ClassicalParameters, 'lattice'>;

export const ISOTROPIC: Terms = { exchange: [0.4, -0.2], field: [0.1, -0.3, 0.2] };
export const ALL_TERMS: Terms = {
  ...ISOTROPIC,
  axis: [1, -2, 0.5],
  exchangeAxial: [0.3, 0.15],
  singleIon: 0.35,
  biquadratic: [-0.25, 0.1],
  dzyaloshinskiiMoriya: [0.45],
  dmDirection: 'interfacial',
};

const LATTICES: readonly LatticeSpec[] = [
  { kind: 'chain', size: [5] },
  { kind: 'square', size: [4, 3] },
  { kind: 'square', size: [4, 1] },
  { kind: 'triangular', size: [3, 3] },
  { kind: 'kagome', size: [2, 3], boundary: ['open', 'periodic'] },
  { kind: 'cubic', size: [3, 3, 3] },
  { kind: 'honeycomb', size: [3, 2] },
];

const CHOICES: Readonly<Record<string, Terms>> = {
  'all terms': ALL_TERMS,
  'bulk Dzyaloshinskii–Moriya': { ...ISOTROPIC, dzyaloshinskiiMoriya: [0.6], dmDirection: 'bulk' },
  'Dzyaloshinskii–Moriya along z': { exchange: [-1], field: [0, 0, 0], dzyaloshinskiiMoriya: [0.6], dmDirection: 'z' },
  'biquadratic alone': { exchange: [], field: [0, 0, 0], biquadratic: [0.5] },
  'an easy plane': { exchange: [1], field: [0, 0, 0.2], singleIon: -0.7 },
};

export const SYSTEMS = LATTICES.flatMap((spec) =>
  Object.entries(CHOICES).map(([name, terms]) => ({
    name: `${spec.kind} ${spec.size.join(' × ')}, ${name}`,
    parameters: { lattice: createLattice(spec), ...terms } satisfies ClassicalParameters,
  })),
);

type Vector = readonly number[];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** E_cl, term by term and bond by bond. */
export function energyByFormula(parameters: ClassicalParameters, spins: Float64Array): number {
  const { lattice, exchange, field, exchangeAxial = [], singleIon = 0, biquadratic = [] } = parameters;
  const { dzyaloshinskiiMoriya = [], dmDirection = 'bulk', axis = [0, 0, 1] } = parameters;
  const spin = (i: number): Vector => [spins[3 * i], spins[3 * i + 1], spins[3 * i + 2]];
  const n = axis.map((component) => component / Math.hypot(...axis));
  let energy = 0;
  for (let i = 0; i < lattice.siteCount; i++) energy -= dot(field, spin(i)) + singleIon * dot(spin(i), n) ** 2;
  for (const shell of [1, 2]) {
    for (const { from, to, displacement } of lattice.bonds(shell)) {
      const [a, b] = [spin(from), spin(to)];
      const delta = [0, 1, 2].map((c) => (displacement[c] ?? 0) / Math.hypot(...displacement));
      const d = { bulk: delta, interfacial: cross([0, 0, 1], delta), z: [0, 0, 1] }[dmDirection];
      energy += (exchange[shell - 1] ?? 0) * dot(a, b);
      energy += (exchangeAxial[shell - 1] ?? 0) * dot(a, n) * dot(b, n);
      energy += (biquadratic[shell - 1] ?? 0) * dot(a, b) ** 2;
      energy += (dzyaloshinskiiMoriya[shell - 1] ?? 0) * dot(d, cross(a, b));
    }
  }
  return energy;
}

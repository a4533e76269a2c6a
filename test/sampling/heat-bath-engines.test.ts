/** The sweeps in WebAssembly are bit-identical to their twin, and leave the stream where it does. */
import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { LinearModel } from '../../src/effective/linear.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { randomBlock } from '../../src/sampling/inner/random-block.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { ALL_TERMS, ISOTROPIC, type Terms } from '../exact/classical/systems.ts';

const LATTICES = [
  { kind: 'square', size: [6, 6] },
  { kind: 'chain', size: [2] },
  { kind: 'triangular', size: [3, 5] },
  { kind: 'kagome', size: [2, 2], boundary: ['open', 'periodic'] },
] as const;

/** The spins' own energy: none, linear in a spin, quadratic by a term of single sites, by a term of bonds too. */
const TERMS: Readonly<Record<string, Terms>> = {
  'no energy of the spins': { exchange: [], field: [0, 0, 0] },
  'exchange and field': ISOTROPIC,
  'an axial exchange': { ...ISOTROPIC, axis: [1, 2, 2], exchangeAxial: [0.3] },
  'an easy axis': { ...ISOTROPIC, singleIon: 0.2 },
  'all terms': { ...ALL_TERMS, dzyaloshinskiiMoriya: [] },
};
const CASES = LATTICES.flatMap((spec) =>
  Object.entries(TERMS).map(([name, terms]) => ({
    name: `${spec.kind} ${spec.size.join(' × ')}, ${name}`,
    spec,
    terms,
  })),
);

it.each(CASES)('$name', ({ spec, terms }) => {
  const lattice = createLattice(spec);
  const run = (engine: 'wasm' | 'typescript', scale: number, position: number, side: number) => {
    const parameters = { ...MODEL_DEFAULTS, lattice, ...terms };
    const model = createEffectiveModel(parameters, { kind: 'linear' }, engine) as LinearModel;
    fillNormal(philoxStream(5, 0), model.parameters);
    model.parameters.forEach((value, k) => {
      model.parameters[k] = scale * value;
    });
    const kernel = heatBathKernel(
      model,
      0.05,
      { sweeps: 3, overrelaxation: 2, drawSites: randomBlock(lattice, side) },
      engine,
    );
    const spins = namedConfiguration('random', lattice, { seed: 4 });
    const random = philoxStream(2 ** 40 + 3, 2 ** 33 + 1, position);
    const advances = Array.from({ length: 10 }, () => kernel.advance(spins, random));
    return { spins: [...spins], position: random.position, next: random.nextUniform(), advances };
  };
  // From no field at all to fields a thousand times the temperature, from even and odd places of the stream, across 2^32 blocks.
  for (const scale of [0, 1e-12, 0.01, 50]) {
    for (const position of [0, 7, 2 ** 33 - 20])
      for (const side of [2, 6])
        expect(run('wasm', scale, position, side)).toEqual(run('typescript', scale, position, side));
  }
});

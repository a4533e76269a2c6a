/** Effective models to try everything on, with random parameters. */
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { initialise } from '../../src/effective/start.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { Engine } from '../../src/wasm/engine.ts';

export function parametersOf(spec: LatticeSpec): ModelParameters {
  const physics = { hopping: [1], coupling: 1, chemicalPotential: 0, temperature: 0.05, exchange: [], tolerance: 1e-8 };
  return { lattice: createLattice(spec), field: [0, 0, 0], ...physics };
}

export interface System {
  readonly name: string;
  readonly lattice: LatticeSpec;
  readonly choice: EffectiveChoice | readonly EffectiveChoice[];
  /** What its energy is invariant under; everything where left out. */
  readonly symmetry?: 'translations' | 'none';
}

const square = (...size: number[]): LatticeSpec => ({ kind: 'square', size });

export const systems: readonly System[] = [
  { name: 'linear, all shells', lattice: square(6, 6), choice: { kind: 'linear' } },
  { name: 'paper form, 3 blocks', lattice: square(6, 6), choice: { kind: 'transformer', shells: 6, blocks: 3 } },
  {
    name: 'all shells, cross readout',
    lattice: square(4, 4),
    choice: { kind: 'transformer', shells: 'all', blocks: 2, crossReadout: true },
  },
  {
    name: 'normalised, triangular, odd number of sites',
    lattice: { kind: 'triangular', size: [3, 3] },
    choice: { kind: 'transformer', shells: 3, blocks: 2, normalised: true },
  },
  {
    name: 'window, kagome',
    lattice: { kind: 'kagome', size: [3, 3] },
    choice: { kind: 'transformer', shells: 3, blocks: 2, window: 2, crossReadout: true },
  },
  {
    name: 'two smeared shells, all read out across blocks',
    lattice: square(4, 6),
    choice: { kind: 'transformer', smeared: 2, blocks: 2, crossReadout: true },
  },
  {
    name: 'two smeared shells, the last block read out, window, odd number of sites',
    lattice: square(5, 5),
    choice: { kind: 'transformer', shells: 4, smeared: 2, blocks: 2, window: 3 },
  },
  {
    name: 'open honeycomb',
    lattice: { kind: 'honeycomb', size: [3, 2], boundary: ['open', 'periodic'] },
    choice: { kind: 'transformer', blocks: 1, shells: 4 },
  },
  {
    name: 'two sites, bonds to themselves',
    lattice: square(2, 1),
    choice: { kind: 'transformer', shells: 3, blocks: 2 },
  },
  {
    name: 'linear + two transformers',
    lattice: square(4, 4),
    choice: [
      { kind: 'linear', shells: 2 },
      { kind: 'transformer', blocks: 1, shells: 2 },
      { kind: 'transformer', blocks: 1, shells: 1, window: 1 },
    ],
  },
  {
    name: 'nodal + transformer',
    lattice: square(4, 4),
    choice: [{ kind: 'nodal' }, { kind: 'transformer', blocks: 1, shells: 3 }],
  },
  { name: 'convolution', lattice: square(6, 6), choice: { kind: 'convolution' } },
  {
    name: 'convolution, open kagome',
    lattice: { kind: 'kagome', size: [3, 2], boundary: ['open', 'periodic'] },
    choice: { kind: 'convolution', shells: 2, layers: 1, channels: 3 },
  },
  { name: 'plain CNN', lattice: square(6, 6), choice: { kind: 'plain-cnn' }, symmetry: 'translations' },
  {
    name: 'plain CNN, honeycomb',
    lattice: { kind: 'honeycomb', size: [3, 2] },
    choice: { kind: 'plain-cnn', shells: 1, layers: 3, channels: 4 },
    symmetry: 'translations',
  },
  { name: 'standard attention', lattice: square(6, 6), choice: { kind: 'standard-attention' }, symmetry: 'none' },
  {
    name: 'convolution + standard attention',
    lattice: square(4, 4),
    choice: [
      { kind: 'convolution', layers: 1 },
      { kind: 'standard-attention', layers: 1, channels: 4 },
    ],
    symmetry: 'none',
  },
];

/** Parameters that make every block matter without making it chaotic. */
export function modelOf({ lattice, choice }: Omit<System, 'name'>, engine?: Engine): EffectiveModel {
  const model = createEffectiveModel(parametersOf(lattice), choice, engine);
  model.parameters[0] -= 3.5;
  initialise(model, philoxStream(7, 0), 0.15);
  return model;
}

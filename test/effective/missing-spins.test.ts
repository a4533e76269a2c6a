/** Learned models where spins are missing: as on the lattice of those that are there, with forces that are derivatives, in both engines. */
import { describe, expect, it } from 'vitest';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { spinSites } from '../../src/lattice/disorder/occupation.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { rotateConfiguration } from '../../src/spins/transform.ts';
import { modelOf } from './systems.ts';

const SQUARE: LatticeSpec = { kind: 'square', size: [4, 4], disorder: { vacancies: 0.2, missingSpins: 0.2, seed: 3 } };
const CHOICES: readonly EffectiveChoice[] = [
  { kind: 'linear' },
  { kind: 'transformer', blocks: 2, shells: 3 },
  { kind: 'transformer', blocks: 2, shells: 'all', crossReadout: true },
  { kind: 'transformer', blocks: 1, shells: 3, window: 2 },
  { kind: 'nodal' },
  { kind: 'convolution', layers: 1 },
  { kind: 'plain-cnn', layers: 1, channels: 2 },
  { kind: 'standard-attention', layers: 1, channels: 2 },
];
const REFLECTION = [
  [0.6, 0.8, 0],
  [0.8, -0.6, 0],
  [0, 0, 1],
];

describe.each(CHOICES)('$kind $blocks $window', (choice) => {
  const lattice = createLattice(SQUARE);
  const spins = namedConfiguration('random', lattice, { seed: 5 });
  const model = modelOf({ lattice: SQUARE, choice });

  it('has forces that are derivatives, and none where there is no spin', () => {
    const force = new Float64Array(spins.length).fill(1);
    expect(model.energyAndForce(spins, force)).toBeCloseTo(model.energy(spins), 10);
    const sites = new Set(spinSites(lattice));
    const step = 1e-5;
    for (let i = 0; i < lattice.siteCount; i++) {
      if (!sites.has(i)) {
        expect([...force.subarray(3 * i, 3 * i + 3)]).toEqual([0, 0, 0]);
        continue;
      }
      const at = (angle: number) => model.energy(aboutZ(spins, i, angle));
      const along = spins[3 * i] * force[3 * i + 1] - spins[3 * i + 1] * force[3 * i];
      expect((at(-step) - at(step)) / (2 * step)).toBeCloseTo(along, 6);
    }
  });

  it('is the same in both engines', () => {
    const twin = modelOf({ lattice: SQUARE, choice }, 'typescript');
    const [one, other] = [model, twin].map((each) => {
      const gradient = new Float64Array(each.parameters.length);
      return [each.energyAndGradient(spins, gradient), ...gradient];
    });
    expect(other).toEqual(one);
    expect(one.every(Number.isFinite)).toBe(true);
  });

  it.skipIf(choice.kind === 'plain-cnn' || choice.kind === 'standard-attention')('does not change under O(3)', () => {
    expect(model.energy(rotateConfiguration(spins, REFLECTION))).toBeCloseTo(model.energy(spins), 10);
  });
});

describe.each<EffectiveChoice>([
  { kind: 'linear', shells: 3 },
  { kind: 'transformer', blocks: 2, shells: 3 },
  { kind: 'transformer', blocks: 2, shells: 3, window: 2, crossReadout: true },
])('$kind $window', (choice) => {
  it('is that of a shorter chain where the last site is missing', () => {
    const boundary = ['open'] as const;
    const short: LatticeSpec = { kind: 'chain', size: [5], boundary };
    const long: LatticeSpec = { kind: 'chain', size: [6], boundary, disorder: lastMissing };
    const spins = namedConfiguration('random', createLattice(short), { seed: 1 });
    const longer = new Float64Array(18);
    longer.set(spins);
    expect(modelOf({ lattice: long, choice }).energy(longer)).toBeCloseTo(
      modelOf({ lattice: short, choice }).energy(spins),
      12,
    );
  });
});

/** Of six sites the last one alone. */
const lastMissing = Array.from({ length: 1000 }, (_, seed) => ({ vacancies: 0.2, seed })).find((disorder) => {
  const { realisation } = createLattice({ kind: 'chain', size: [6], disorder });
  return [...(realisation?.isPresent ?? [])].join('') === '111110';
});

/** The configuration with one spin turned about z. */
function aboutZ(spins: Float64Array, site: number, angle: number): Float64Array {
  const moved = spins.slice();
  const [x, y] = [spins[3 * site], spins[3 * site + 1]];
  moved[3 * site] = x * Math.cos(angle) - y * Math.sin(angle);
  moved[3 * site + 1] = x * Math.sin(angle) + y * Math.cos(angle);
  return moved;
}

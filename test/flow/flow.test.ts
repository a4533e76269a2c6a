/** Flows: there and back, densities against numerical Jacobians, and symmetries. */
import { describe, expect, it } from 'vitest';
import { learnedBase, uniformBase } from '../../src/flow/base.ts';
import type { FlowChoice } from '../../src/flow/choice.ts';
import { createFlow } from '../../src/flow/flow.ts';
import { growFlow } from '../../src/flow/grow.ts';
import { coloursOf, layersOfRound, scheduleOf } from '../../src/flow/schedule.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { pointGroup, translations } from '../../src/lattice/symmetry.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { permuteConfiguration, rotateConfiguration } from '../../src/spins/transform.ts';
import { linearModel } from '../sampling/models.ts';
import { dot, FLOWS, logVolume, randomFlow, randomSpins, slopeOf, tangents, turned } from './flows.ts';

const largest = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, c) => Math.max(most, Math.abs(value - b[c])), 0);

/** A rotation and an improper one, by rows. */
const ROTATION = [
  [2 / 3, -1 / 3, 2 / 3],
  [2 / 3, 2 / 3, -1 / 3],
  [-1 / 3, 2 / 3, 2 / 3],
];
const IMPROPER = ROTATION.map((row, r) => row.map((value) => (r === 1 ? -value : value)));

describe.each(FLOWS)('$name', (given) => {
  const flow = randomFlow(given);
  const base = randomSpins(flow, 1);
  const image = base.slice();
  const logDensity = flow.transport(image);

  it('goes there and back', () => {
    expect(largest(image, base)).toBeGreaterThan(0.03);
    for (let seed = 2; seed < 12; seed++) {
      const [z, spins] = [randomSpins(flow, seed), randomSpins(flow, seed)];
      const log = flow.transport(spins);
      expect(flow.logDensity(spins)).toBe(flow.transportBack(spins.slice()));
      expect(Math.abs(flow.transportBack(spins) - log)).toBeLessThan(1e-12);
      expect(largest(spins, z)).toBeLessThan(1e-12);
    }
  });

  it('has the density of a numerical Jacobian', () => {
    const expected = -flow.lattice.siteCount * Math.log(4 * Math.PI) - logVolume(flow, base);
    expect(Math.abs(logDensity - expected)).toBeLessThan(1e-8);
  });

  const commutes = given.choice.conditioner !== 'components';

  it.each([ROTATION, IMPROPER])(
    `${commutes ? 'commutes' : 'does not commute'} with rotations of all spins`,
    (...matrix) => {
      const rotated = rotateConfiguration(base, matrix);
      const differences = [flow.transport(rotated) - logDensity, largest(rotated, rotateConfiguration(image, matrix))];
      for (const difference of differences) {
        if (commutes) expect(Math.abs(difference)).toBeLessThan(1e-12);
        else expect(Math.abs(difference)).toBeGreaterThan(1e-2);
      }
    },
  );

  it('commutes with operations on sites that keep the colours', () => {
    const colours = coloursOf(flow.lattice, given.choice.colours);
    const operations = [...translations(flow.lattice), ...pointGroup(flow.lattice)];
    const keeping = operations.filter(({ image: to }) => to.every((target, from) => colours[target] === colours[from]));
    for (const { image: to } of keeping) {
      const moved = permuteConfiguration(base, to);
      expect(Math.abs(flow.transport(moved) - logDensity)).toBeLessThan(1e-12);
      expect(largest(moved, permuteConfiguration(image, to))).toBeLessThan(1e-12);
    }
  });

  it('keeps unit lengths', () => {
    for (let i = 0; i < image.length; i += 3)
      expect(Math.abs(Math.hypot(...image.subarray(i, i + 3)) - 1)).toBeLessThan(1e-15);
  });

  it('is the identity at zero parameters', () => {
    const nothing = createFlow(flow.lattice, given.choice);
    const spins = base.slice();
    expect(nothing.transport(spins)).toBeCloseTo(-flow.lattice.siteCount * Math.log(4 * Math.PI), 12);
    expect(largest(spins, base)).toBeLessThan(1e-15);
  });
});

it('all conditioners have as many parameters, with names of their own', () => {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  for (const conditioner of ['attention', 'shells', 'components'] as const) {
    const { parameterNames } = createFlow(lattice, {
      layers: 2,
      map: 'fisher',
      colours: 'sites',
      shells: 3,
      conditioner,
    });
    expect(new Set(parameterNames).size).toBe(2 * 19);
  }
});

describe('colours', () => {
  it.each([
    ['square', [4, 4], 2, 8],
    ['square', [3, 3], 3, 3],
    ['triangular', [6, 6], 3, 12],
    ['kagome', [2, 2], 3, 4],
    ['honeycomb', [3, 3], 2, 9],
    ['chain', [1], 1, 1],
  ] as const)('%s %s: neighbours differ, with %s colours that %s translations keep', (kind, size, count, kept) => {
    const lattice = createLattice({ kind, size: [...size] });
    const colours = coloursOf(lattice, 'sublattices');
    for (const { from, to } of lattice.bonds(1)) if (from !== to) expect(colours[from]).not.toBe(colours[to]);
    expect(new Set(colours).size).toBe(count);
    expect(layersOfRound(lattice, 'sublattices')).toBe(Math.max(1, count - 1));
    const keeping = translations(lattice).filter(({ image: to }) =>
      to.every((target, k) => colours[target] === colours[k]),
    );
    expect(keeping.length).toBe(kept);
  });
});

describe('single sites', () => {
  it('come from coarse to fine', () => {
    const places = coloursOf(createLattice({ kind: 'square', size: [4, 4] }), 'sites');
    const levels = [1, 2, 4, 8].map((size) => [...places].flatMap((place, site) => (place < size ? [site] : [])));
    expect(levels).toEqual([[0], [0, 10], [0, 2, 8, 10], [0, 2, 5, 7, 8, 10, 13, 15]]);
  });

  it('see those before them in the first round, then all others', () => {
    const turns = scheduleOf(coloursOf(createLattice({ kind: 'chain', size: [4] }), 'sites'), 5, true);
    expect(turns.map(({ isActive, isSeen }) => [isActive.join(''), isSeen.join('')])).toEqual([
      ['0010', '1000'],
      ['0100', '1010'],
      ['0001', '1110'],
      ['1000', '0111'],
      ['0010', '1101'],
    ]);
  });
});

describe('a grown flow', () => {
  const kinds = ['attention', 'shells', 'components'] as const;
  it.each(kinds.flatMap((kind) => ['uniform spins', 'a learned energy'].map((name) => [name, kind] as const)))(
    'on %s, with %s, has the density of the smaller one',
    (name, conditioner) => {
      const { lattice, choice: given } = randomFlow(FLOWS[3]);
      const choice = { ...given, conditioner };
      const base = name === 'a learned energy' ? learnedBase(linearModel(lattice, [-0.3]), 0.5) : uniformBase(16);
      const flow = createFlow(lattice, choice, base);
      fillNormal(philoxStream(1, 0), flow.parameters);
      const grown = growFlow(flow, philoxStream(1, 1));
      expect(grown.choice.layers).toBe(4);
      const spins = randomSpins(flow, 1);
      expect(Math.abs(grown.logDensity(spins) - flow.logDensity(spins))).toBeLessThan(1e-12);
      // What begins at zero on uniform spins has a gradient there, but for attention.
      const isAllZero = grown.parameters.slice(flow.parameters.length).every((value) => value === 0);
      expect(isAllZero).toBe(name === 'uniform spins' && conditioner !== 'attention');
    },
  );
});

describe('on a learned energy', () => {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const energy = linearModel(lattice, [-0.3]);
  const choice = { layers: 3, map: 'spline', colours: 'sites', shells: 2 } as const;
  const flow = createFlow(lattice, choice, learnedBase(energy, 0.5));
  fillNormal(philoxStream(1, 0), flow.parameters);
  for (const [k, value] of flow.parameters.entries()) flow.parameters[k] = 0.3 * value;
  const z = randomSpins(flow, 5);
  const spins = z.slice();
  const logDensity = flow.transport(spins);

  it('log q is that of z less the growth of volumes', () => {
    expect(Math.abs(flow.logDensity(spins) - logDensity)).toBeLessThan(1e-12);
    const expected = -energy.energy(z) / 0.5 - logVolume(flow, z);
    expect(Math.abs(logDensity - expected)).toBeLessThan(1e-8);
  });

  it('the score has that of z in it', () => {
    const score = new Float64Array(48);
    flow.logDensityAndScore(spins, score);
    for (const tangent of tangents(spins)) {
      const slope = slopeOf((angle) => flow.logDensity(turned(spins, tangent, angle)), 1e-6);
      expect(Math.abs(slope - dot(score, tangent))).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
    }
  });
});

const TWO_SITES: LatticeSpec = { kind: 'chain', size: [2], boundary: ['open'] };

it('moves smoothly where h vanishes', () => {
  const flow = createFlow(createLattice(TWO_SITES), {
    layers: 1,
    map: 'fisher',
    colours: 'sites',
  });
  const at = flow.parameterNames.indexOf('layer 1 W_D shell 1');
  const base = randomSpins(flow, 3);
  const around = [-1.01e-8, -0.99e-8, 0, 0.99e-8, 1.01e-8].map((strength) => {
    flow.parameters[at] = strength;
    const spins = base.slice();
    const log = flow.transport(spins);
    return { strength, log, moved: spins.map((value, c) => value - base[c]) };
  });
  const cosine = dot(base.subarray(0, 3), base.subarray(3, 6));
  for (const { strength, log, moved } of around) {
    expect(Math.abs(log + 2 * Math.log(4 * Math.PI) - strength * cosine)).toBeLessThan(2e-15);
    for (let c = 0; c < 3; c++)
      expect(Math.abs(moved[3 + c] - (strength / 2) * (base[c] - cosine * base[3 + c]))).toBeLessThan(3e-16);
  }
});

it('one layer on two sites is a heat bath', () => {
  const flow = createFlow(createLattice(TWO_SITES), {
    layers: 1,
    map: 'fisher',
    colours: 'sites',
  });
  const kappa = 3.7;
  flow.parameters[flow.parameterNames.indexOf('layer 1 W_D shell 1')] = kappa;
  for (let seed = 0; seed < 5; seed++) {
    const spins = randomSpins(flow, seed);
    const cosine = dot(spins.subarray(0, 3), spins.subarray(3, 6));
    const exact = kappa * cosine + Math.log(kappa / (4 * Math.PI * Math.sinh(kappa))) - Math.log(4 * Math.PI);
    expect(Math.abs(flow.logDensity(spins) - exact)).toBeLessThan(1e-13);
  }
});

describe('refuses', () => {
  const lattice = createLattice(TWO_SITES);
  const flow = createFlow(lattice, { layers: 1, map: 'fisher', colours: 'sites' });

  it.each([
    [{ map: 'splin' }, 'map: expected "fisher" or "spline", found "splin"\n  did you mean "spline"?'],
    [{ colours: 'site' }, 'colours: expected "sites" or "sublattices", found "site"\n  did you mean "sites"?'],
    [
      { conditioner: 'shell' },
      'conditioner: expected "attention", "shells" or "components", found "shell"\n  did you mean "shells"?',
    ],
    [{ layers: -1 }, 'layers: expected a whole number, 0 or more, found -1'],
    [{ shells: 9 }, 'shells: expected shells that have bonds'],
    [
      { blocks: 2 },
      'the flow: expected one of the keys layers, colours, map, conditioner, shells, found the unknown key blocks',
    ],
  ])('the choice %j', (wrong, message) => {
    const choice = { ...flow.choice, ...wrong } as FlowChoice;
    expect(() => createFlow(lattice, choice)).toThrow(message);
  });

  it('a lattice with missing spins', () => {
    const diluted = createLattice({ ...lattice.spec, disorder: { missingSpins: 0.3 } });
    expect(() => createFlow(diluted, flow.choice)).toThrow('lattice: expected a spin on every site for a flow, found');
  });

  it('arrays of other lengths', () => {
    const [short, right] = [new Float64Array(3), randomSpins(flow, 1)];
    const gradient = new Float64Array(flow.parameters.length);
    expect(() => flow.transport(short)).toThrow('spins');
    expect(() => flow.transportBack(short)).toThrow('spins');
    expect(() => flow.logDensity(short)).toThrow('spins');
    expect(() => flow.logDensityAndScore(right, short)).toThrow('score');
    expect(() => flow.logDensityAndScore(right, right.slice(), short)).toThrow('gradient');
    expect(() => flow.imageGradient(right, short, gradient)).toThrow('adjoint');
    expect(() => flow.imageGradient(right, right.slice(), short)).toThrow('gradient');
    expect(() => flow.pathGradient(short, () => {}, gradient)).toThrow('z');
    expect(() => flow.pathGradient(right, () => {}, short)).toThrow('gradient');
    expect(() => flow.pathGradientBack(short, right, gradient)).toThrow('spins');
    expect(() => flow.pathGradientBack(right, short, gradient)).toThrow('force');
    expect(() => flow.pathGradientBack(right, right, short)).toThrow('gradient');
  });
});

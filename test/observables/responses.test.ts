/** Derived observables of small systems by quadrature, against numerical derivatives of the averages they are derivatives of. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { DerivedObservable } from '../../src/observables/observable.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { gaussLegendre } from '../gauss-legendre.ts';

/** Spins with their quadrature weight. */
type Rule = readonly { readonly spins: Float64Array; readonly measure: number }[];

/** Exact means of all primary observables, by name. */
function meansOf(parameters: ModelParameters, rule: Rule): Map<string, number> {
  const model = createModel(parameters);
  const { primary } = observablesFor(parameters);
  const sums = new Map(primary.map(({ name }) => [name, 0]));
  const reference = model.logWeight(rule[0].spins);
  let total = 0;
  for (const { spins, measure } of rule) {
    const measurement = model.measure(spins);
    const weight = measure * Math.exp(measurement.logWeight - reference);
    total += weight;
    for (const { name, evaluate } of primary)
      sums.set(name, (sums.get(name) as number) + weight * evaluate(spins, measurement));
  }
  return new Map([...sums].map(([name, sum]) => [name, sum / total]));
}

function derivedValue(parameters: ModelParameters, means: Map<string, number>, name: string): number {
  const observable = observablesFor(parameters).derived.find((entry) => entry.name === name) as DerivedObservable;
  return observable.evaluate(observable.inputs.map((input) => means.get(input) as number));
}

/** d⟨observable⟩/d(key), to fourth order in the step. */
function derivative(parameters: ModelParameters, rule: Rule, key: 'temperature' | 'chemicalPotential', name: string) {
  const at = (change: number) => meansOf({ ...parameters, [key]: parameters[key] + change }, rule).get(name) as number;
  const difference = (step: number) => (at(step) - at(-step)) / (2 * step);
  const step = 0.02 * parameters.temperature;
  return (4 * difference(step / 2) - difference(step)) / 3;
}

const pair: Rule = gaussLegendre(40).map(([cosine, measure]) => ({
  spins: Float64Array.of(0, 0, 1, Math.sqrt(1 - cosine * cosine), 0, cosine),
  measure,
}));

const fixed = { hopping: [1], coupling: 1, field: [0, 0, 0], tolerance: 1e-11 } as const;
const twoSites = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });

describe.each([
  ['half filling', { temperature: 0.2, chemicalPotential: 0, exchange: [] }],
  ['μ = 1.2 with exchange', { temperature: 0.3, chemicalPotential: 1.2, exchange: [0.4] }],
])('two sites at %s', (_, changes) => {
  const parameters: ModelParameters = { lattice: twoSites, ...fixed, ...changes };
  const means = meansOf(parameters, pair);

  it('C = d⟨K⟩/dT at fixed μ', () => {
    const slope = derivative(parameters, pair, 'temperature', 'grandEnergyPerSite');
    expect(derivedValue(parameters, means, 'specificHeatPerSite')).toBeCloseTo(slope, 6);
  });

  it('κ = dn/dμ', () => {
    const slope = derivative(parameters, pair, 'chemicalPotential', 'density');
    expect(derivedValue(parameters, means, 'compressibility')).toBeCloseTo(slope, 6);
  });

  it('⟨m²⟩ and ⟨m_s²⟩ are (1 ± ⟨S_1·S_2⟩)/2', () => {
    const correlation = means.get('nearestNeighbourCorrelation') as number;
    expect(means.get('magnetization2')).toBeCloseTo((1 + correlation) / 2, 12);
    expect(means.get('staggeredMagnetization2')).toBeCloseTo((1 - correlation) / 2, 12);
  });

  it('neither term of C is small', () => {
    const all = derivedValue(parameters, means, 'specificHeatPerSite');
    const electrons = (means.get('energyFluctuationPerSite') as number) / parameters.temperature ** 2;
    expect(electrons / all).toBeGreaterThan(0.05);
    expect(electrons / all).toBeLessThan(0.95);
  });
});

/** Two unit spins with S·S' = cosine whose sum points along (sin θ, 0, cos θ). */
function spinPair(cosine: number, cosTheta: number): [number[], number[]] {
  const along = Math.sqrt((1 + cosine) / 2);
  const across = Math.sqrt((1 - cosine) / 2);
  const axis = [Math.sqrt(1 - cosTheta * cosTheta), 0, cosTheta];
  return [
    axis.map((value, c) => along * value + Number(c === 1) * across),
    axis.map((value, c) => along * value - Number(c === 1) * across),
  ];
}

/** Three angles suffice on 2 × 2 sites with double bonds: test/exact/quadrature.test.ts. */
function plaquetteRule(count: number): Rule {
  const nodes = gaussLegendre(count);
  return nodes.flatMap(([u, mu]) =>
    nodes.flatMap(([v, mv]) =>
      nodes.map(([w, mw]) => {
        const [s0, s3] = spinPair(u, 1);
        const [s1, s2] = spinPair(v, w);
        return { spins: Float64Array.from([s0, s1, s2, s3].flat()), measure: mu * mv * mw };
      }),
    ),
  );
}

describe('2 × 2 sites with double bonds at β = 5', () => {
  const lattice = createLattice({ kind: 'square', size: [2, 2] });
  const parameters = { lattice, ...fixed, chemicalPotential: 0, temperature: 0.2, exchange: [] };
  const rule = plaquetteRule(12);
  const means = meansOf(parameters, rule);

  it('has the means of independent quadratures', () => {
    const expected = {
      energyPerSite: -2.153307906,
      density: 1,
      magnetization2: 0.281475824,
      staggeredMagnetization2: 0.301002674,
      structureFactorPiPi: 4 * 0.301002674,
      nearestNeighbourCorrelation: -0.0195268497,
    };
    for (const [name, value] of Object.entries(expected)) expect(means.get(name)).toBeCloseTo(value, 8);
  });

  it('C = dU/dT', () => {
    const slope = derivative(parameters, rule, 'temperature', 'energyPerSite');
    expect(derivedValue(parameters, means, 'specificHeatPerSite')).toBeCloseTo(slope, 6);
  });
});

describe('limits', () => {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const parameters = { lattice, ...fixed, chemicalPotential: 0, temperature: 0.5, exchange: [] };

  it('the Binder ratio is 1 for full order, the susceptibility 0', () => {
    const means = new Map(['absMagnetization', 'magnetization2', 'magnetization4'].map((name) => [name, 1]));
    expect(derivedValue(parameters, means, 'binderRatio')).toBe(1);
    expect(derivedValue(parameters, means, 'susceptibility')).toBe(0);
  });

  it('the Binder ratio of two independent spins is 4/3', () => {
    // |S_1 + S_2|² = 2 + 2c with c uniform on (−1, 1): ⟨(2 + 2c)²⟩/⟨2 + 2c⟩² = 4/3.
    const powers = pair.reduce(
      ([square, fourth], { spins, measure }) => {
        const value = (1 + spins[5]) / 2;
        return [square + measure * value, fourth + measure * value * value];
      },
      [0, 0],
    );
    const means = new Map([
      ['staggeredMagnetization2', powers[0]],
      ['staggeredMagnetization4', powers[1]],
    ]);
    expect(derivedValue(parameters, means, 'staggeredBinderRatio')).toBeCloseTo(4 / 3, 12);
  });

  it('susceptibilities count N and β', () => {
    const means = new Map([
      ['absStaggeredMagnetization', 0.5],
      ['staggeredMagnetization2', 0.375],
    ]);
    expect(derivedValue(parameters, means, 'staggeredSusceptibility')).toBe(16 * 0.125 * 2);
  });
});

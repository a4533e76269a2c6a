/** The families that are measured on request, against other definitions and ordered states. */
import { describe, expect, it } from 'vitest';
import { requireSamplable } from '../../src/chain/samplable.ts';
import { createModel } from '../../src/exact/create.ts';
import type { Measurement, ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { FAMILY_NAMES, type FamilyName, usualFamilies } from '../../src/observables/families.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { randomSpins } from '../exact/random-systems.ts';

const modelOn = (spec: LatticeSpec, field: ModelParameters['field'] = [0, 0, 0]): ModelParameters => ({
  lattice: createLattice(spec),
  field,
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  temperature: 0.2,
  exchange: [],
  tolerance: 1e-8,
});

/** Values by name; nothing here needs the electrons. */
function valuesOf(parameters: ModelParameters, families: readonly FamilyName[], spins: Float64Array) {
  const { primary } = observablesFor(parameters, families);
  return Object.fromEntries(primary.map(({ name, evaluate }) => [name, evaluate(spins, {} as Measurement)]));
}

const random = ({ lattice }: ModelParameters): Float64Array => randomSpins(philoxStream(7, 0), lattice.siteCount);

it('are measured where they are asked for, in one order', () => {
  const parameters = modelOn({ kind: 'triangular', size: [3, 3] });
  const namesOf = (families?: readonly FamilyName[]) =>
    observablesFor(parameters, families).primary.map(({ name }) => name);
  expect(usualFamilies(parameters)).toEqual([
    'electrons',
    'magnetization',
    'correlations',
    'chirality',
    'structure-factor',
  ]);
  expect(usualFamilies(modelOn({ kind: 'chain', size: [4] }, [0, 0, 1]))).toContain('field');
  expect(namesOf(['chirality', 'electrons'])).toEqual(namesOf(['electrons', 'chirality']));
  expect(namesOf([...FAMILY_NAMES])).toEqual(expect.arrayContaining(namesOf()));
  expect(new Set(namesOf([...FAMILY_NAMES])).size).toBe(namesOf([...FAMILY_NAMES]).length);
});

it('magnetisation has components, and one along the field', () => {
  const parameters = modelOn({ kind: 'square', size: [3, 4] }, [0.3, 0, -0.4]);
  const spins = random(parameters);
  const values = valuesOf(parameters, ['magnetization', 'field', 'magnetization-components'], spins);
  const { magnetizationX: x, magnetizationY: y, magnetizationZ: z } = values;
  expect(x * x + y * y + z * z).toBeCloseTo(values.magnetization2, 14);
  expect(values.magnetizationAlongField).toBeCloseTo(0.6 * x - 0.8 * z, 14);
  expect(
    valuesOf(
      parameters,
      ['field'],
      spins.map((_, k) => [0.6, 0, -0.8][k % 3]),
    ).magnetizationAlongField,
  ).toBeCloseTo(1, 14);
  const withoutField: ModelParameters = { ...parameters, field: [0, 0, 0], axis: [3, 4, 0] };
  expect(valuesOf(withoutField, ['field'], spins).magnetizationAlongField).toBeCloseTo(0.6 * x + 0.8 * y, 14);
});

it('the susceptibility along the field is the derivative of the magnetisation of free spins', () => {
  // Langevin: m = coth x − 1/x, x = h/T; N (⟨m²⟩ − ⟨m⟩²)/T = m'(x)/T, with averages by quadrature over the cosine.
  const [h, temperature] = [0.5, 0.2];
  const { derived } = observablesFor({ ...modelOn({ kind: 'chain', size: [1] }, [0, 0, h]), temperature }, ['field']);
  const x = h / temperature;
  const points = Array.from({ length: 20_000 }, (_, k) => -1 + (k + 0.5) / 10_000);
  const mean = (power: number) =>
    points.reduce((sum, c) => sum + c ** power * Math.exp(x * c), 0) /
    points.reduce((sum, c) => sum + Math.exp(x * c), 0);
  expect(mean(1)).toBeCloseTo(1 / Math.tanh(x) - 1 / x, 7);
  const susceptibility = derived[0].evaluate([mean(1), mean(2)]);
  expect(susceptibility).toBeCloseTo((1 / x ** 2 - 1 / Math.sinh(x) ** 2) / temperature, 6);
});

it('correlations by distance add up to the structure factor at 0', () => {
  const parameters = modelOn({ kind: 'square', size: [5, 5] });
  const values = valuesOf(
    parameters,
    ['distance-correlations', 'structure-factor', 'correlations'],
    random(parameters),
  );
  const { lattice } = parameters;
  const pairs = lattice.minimalImageShells.map((shell) => lattice.bonds(shell).length * values[`correlation_${shell}`]);
  const total = 25 + 2 * pairs.reduce((sum, value) => sum + value, 0);
  expect(total / 25).toBeCloseTo(values.structureFactor_0_0, 12);
  expect(values.correlation_1).toBe(values.nearestNeighbourCorrelation);
});

it('structure factors along and across add up, and see what lies in their direction', () => {
  const parameters = modelOn({ kind: 'triangular', size: [3, 4] }, [1, 2, -2]);
  const values = valuesOf(parameters, ['structure-factor', 'structure-factor-components'], random(parameters));
  for (const name of Object.keys(values).filter((one) => one.startsWith('structureFactor_'))) {
    const [along, across] = ['Along', 'Across'].map((part) => values[name.replace('Factor', `Factor${part}`)]);
    expect(along + across).toBeCloseTo(values[name], 12);
  }
  const polarised = namedConfiguration('ferromagnet', parameters.lattice).map((_, k) => [1, 2, -2][k % 3] / 3);
  const ordered = valuesOf(parameters, ['structure-factor-components'], polarised);
  expect(ordered.structureFactorAlong_0_0).toBeCloseTo(12, 12);
  expect(ordered.structureFactorAcross_0_0).toBeCloseTo(0, 12);
  const unpolarised = modelOn({ kind: 'square', size: [4, 4] });
  const neel = valuesOf(unpolarised, ['structure-factor-components'], namedConfiguration('neel', unpolarised.lattice));
  expect(neel.structureFactorAlong_2_2).toBeCloseTo(16, 12);
});

describe('chirality', () => {
  const triangular = modelOn({ kind: 'triangular', size: [6, 6] });
  const kagome = modelOn({ kind: 'kagome', size: [3, 3] });
  const families = ['chirality', 'chirality-by-orientation', 'vector-chirality'] as const;
  const of = (parameters: ModelParameters, name: Parameters<typeof namedConfiguration>[0]) =>
    valuesOf(parameters, families, namedConfiguration(name, parameters.lattice));

  it('of up and of down triangles has the chirality as its mean', () => {
    for (const parameters of [triangular, kagome]) {
      const values = valuesOf(parameters, families, random(parameters));
      const mean = (values.scalarChiralityUp + values.scalarChiralityDown) / 2;
      expect(mean).toBeCloseTo(values.scalarChirality, 14);
    }
    expect(
      valuesOf(modelOn({ kind: 'square', size: [4, 4] }), families, random(modelOn({ kind: 'square', size: [4, 4] }))),
    ).not.toHaveProperty('scalarChiralityUp');
  });

  it('of the tetrahedral state is the same on all triangles', () => {
    const { scalarChiralityUp, scalarChiralityDown, vectorChirality2 } = of(triangular, 'tetrahedral');
    expect(Math.abs(scalarChiralityUp)).toBeCloseTo(4 / (3 * Math.sqrt(3)), 12);
    expect(scalarChiralityDown).toBeCloseTo(scalarChiralityUp, 12);
    expect(vectorChirality2).toBeLessThan(1);
  });

  it('of 120° states is 1, staggered on the triangular lattice', () => {
    const values = of(triangular, '120-degree');
    expect([values.vectorChirality2, values.staggeredVectorChirality2]).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(1, 12),
    ]);
    expect(values.bondVectorChirality2).toBeCloseTo(3 / 4, 12);
    expect(of(kagome, 'q0').vectorChirality2).toBeCloseTo(1, 12);
    expect(of(kagome, 'sqrt3').staggeredVectorChirality2).toBeCloseTo(1, 12);
    expect(of(triangular, 'stripe').bondVectorChirality2).toBeCloseTo(0, 12);
  });

  it('of bonds is the sine of the pitch, squared', () => {
    const chain = modelOn({ kind: 'chain', size: [8] });
    const spiral = namedConfiguration('spiral', chain.lattice, { waveVector: [1 / 8] });
    expect(valuesOf(chain, ['vector-chirality'], spiral).bondVectorChirality2).toBeCloseTo(1 / 2, 12);
  });
});

it('has values that a model measures together', () => {
  const parameters = modelOn({ kind: 'triangular', size: [2, 3] }, [0, 0, 0.1]);
  const spins = random(parameters);
  const measurement = createModel(parameters).measure(spins);
  const { primary } = observablesFor(parameters, FAMILY_NAMES);
  for (const { evaluate } of primary) expect(evaluate(spins, measurement)).toEqual(expect.any(Number));
});

it('is refused where nothing is left to measure, before anything is computed', () => {
  const spec = (families: string, kind: string) =>
    parseSpec(`[lattice]\nkind = "${kind}"\nsize = [4]\n[observables]\nfamilies = ${families}\n`, 'spec.toml');
  expect(() => requireSamplable(spec('[]', 'chain'))).toThrow(
    'observables.families: expected something to measure, found no family',
  );
  expect(() => requireSamplable(spec('["chirality"]', 'chain'))).toThrow('of which the chain lattice has nothing');
  expect(() => requireSamplable(spec('["chirality", "magnetization"]', 'chain'))).not.toThrow();
  expect(() => spec('["magnetisation"]', 'chain')).toThrow('did you mean "magnetization"?');
});

it('show what the terms of the spins do', () => {
  const plain = modelOn({ kind: 'triangular', size: [3, 3] });
  const added = (terms: Partial<ModelParameters>) =>
    usualFamilies({ ...plain, ...terms }).filter((name) => !usualFamilies(plain).includes(name));
  const ofAxis = ['magnetization-components', 'structure-factor-components'];
  expect(added({ singleIon: 0.1 })).toEqual(ofAxis);
  expect(added({ exchangeAxial: [0, -0.1] })).toEqual(ofAxis);
  expect(added({ dzyaloshinskiiMoriya: [0.1] })).toEqual(['vector-chirality']);
  expect(added({ singleIon: 0, exchangeAxial: [0], dzyaloshinskiiMoriya: [], biquadratic: [0.1] })).toEqual([]);
});

it('S(q) has the components along and across the axis of the model where there is no field', () => {
  const axis = [2, -1, 2] as const;
  const n = axis.map((component) => component / 3);
  const easy = { ...modelOn({ kind: 'honeycomb', size: [3, 2] }), axis, singleIon: 0.2 };
  const spins = random(easy);
  const values = valuesOf(easy, ['structure-factor', 'structure-factor-components'], spins);
  const along = spins.map((_, k) => {
    const site = 3 * Math.floor(k / 3);
    return n[k % 3] * (n[0] * spins[site] + n[1] * spins[site + 1] + n[2] * spins[site + 2]);
  });
  const projected = valuesOf(easy, ['structure-factor'], along);
  for (const [name, value] of Object.entries(projected))
    expect(values[name.replace('structureFactor', 'structureFactorAlong')], name).toBeCloseTo(value, 13);
  for (const name of Object.keys(projected))
    expect(values[name.replace('structureFactor', 'structureFactorAcross')], name).toBeCloseTo(
      values[name] - projected[name],
      13,
    );
  const inField: ModelParameters = { ...easy, field: [0, 0, 0.3] };
  const { primary } = observablesFor(inField, ['structure-factor-components']);
  expect(primary[0].formula).toContain('n the direction of the field');
  expect(observablesFor(easy, ['structure-factor-components']).primary[0].formula).toContain('n the axis of the model');
  expect(primary[0].evaluate(spins, {} as Measurement)).not.toBe(values.structureFactorAlong_0_0);
});

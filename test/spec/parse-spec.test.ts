import { describe, expect, it } from 'vitest';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { SpecError } from '../../src/spec/spec-error.ts';

/** Every key of a spec written out. */
const COMPLETE = `
[lattice]
kind = "square"
size = [6, 6]
boundary = ["periodic", "periodic"]
twist = [0.0, 0.0]

[model]
hopping = [1.0]
coupling = 1.0
chemical_potential = 0.0
temperature = 0.05
exchange = []
field = [0.0, 0.0, 0.0]

[effective]
kind = "transformer"
blocks = 3
shells = "all"
cross_readout = false
normalised = false

[training]
method = "levenberg-marquardt"
exact_evaluations = 2000

[sampling]
method = "self-learning"
chains = 4
samples = 20000
warm_up = 500
proposal = "efficient"
electrons_every = "auto"
levels = false
symmetry_moves = true
start = "hot-and-cold"
normalise_start = false
seed = 2023
`;

describe('parseSpec', () => {
  it('reads every key', () => {
    expect(parseSpec(COMPLETE, 'spec.toml')).toEqual({
      lattice: { kind: 'square', size: [6, 6], boundary: ['periodic', 'periodic'], twist: [0, 0] },
      model: {
        hopping: [1],
        coupling: 1,
        chemicalPotential: 0,
        temperature: 0.05,
        exchange: [],
        field: [0, 0, 0],
      },
      disorder: {},
      flow: {},
      effective: { kind: 'transformer', blocks: 3, shells: 'all', crossReadout: false, normalised: false },
      training: { method: 'levenberg-marquardt', exactEvaluations: 2000 },
      sampling: {
        method: 'self-learning',
        chains: 4,
        samples: 20000,
        warmUp: 500,
        proposal: 'efficient',
        electronsEvery: 'auto',
        levels: false,
        symmetryMoves: true,
        start: 'hot-and-cold',
        normaliseStart: false,
        seed: 2023,
      },
      observables: {},
    });
  });

  it('fills in the same values where only the size is given', () => {
    expect(parseSpec('lattice.size = [6, 6]', 'spec.toml')).toEqual(parseSpec(COMPLETE, 'spec.toml'));
  });

  it('completes boundary and twist in the dimension of the lattice', () => {
    const { lattice } = parseSpec('[lattice]\nkind = "cubic"\nsize = [2, 3, 4]', 'spec.toml');
    expect(lattice).toMatchObject({ boundary: ['periodic', 'periodic', 'periodic'], twist: [0, 0, 0] });
  });

  it('accepts sections as inline tables, dotted keys and quoted names', () => {
    const text = 'lattice = { kind = "chain", size = [4] }\nmodel.temperature = 0.1\nmodel."coupling" = 2';
    const { lattice, model } = parseSpec(text, 'spec.toml');
    expect([lattice.kind, model.temperature, model.coupling]).toEqual(['chain', 0.1, 2]);
  });

  it('passes over the record of a run, and over nothing else there', () => {
    const record = '[run]\nversion = "0.1.0"\nmachine = "linux x64"\n';
    expect(parseSpec(`${record}${COMPLETE}`, 'spec.toml')).toEqual(parseSpec(COMPLETE, 'spec.toml'));
    expect(() => parseSpec(`${record}samples = 3\n${COMPLETE}`, 'spec.toml')).toThrow(
      'spec.toml:4:1: run.samples: expected one of the keys version, machine, planned_samples, start_checksum, found the unknown key samples',
    );
  });

  it('accepts one effective model or a list of them', () => {
    const kind = (written: string) =>
      parseSpec(`lattice.size = [4, 4]\neffective.kind = ${written}`, '').effective.kind;
    expect([kind('"nodal"'), kind('["nodal", "transformer"]')]).toEqual(['nodal', ['nodal', 'transformer']]);
  });
});

describe('overrides', () => {
  const square = '[lattice]\nsize = [4, 4]\n[model]\ntemperature = 0.2';

  it('replace values of the file; the last one wins', () => {
    const { model } = parseSpec(square, 'spec.toml', ['model.temperature=1', 'model.temperature = 0.1']);
    expect(model.temperature).toBe(0.1);
  });

  it('take lists as TOML and names with or without quotes', () => {
    const { lattice } = parseSpec(square, 'spec.toml', [
      'lattice.size=[3]',
      'lattice.kind=chain',
      'lattice.boundary=["open"]',
    ]);
    expect(lattice).toEqual({ kind: 'chain', size: [3], boundary: ['open'], twist: [0] });
  });

  it('can mend a mistake of the file', () => {
    const broken = square.replace('0.2', '"cold"');
    expect(parseSpec(broken, 'spec.toml', ['model.temperature=0']).model.temperature).toBe(0);
  });
});

describe('resolveSpec', () => {
  it('takes the same object in camel case', () => {
    const { model } = resolveSpec({ lattice: { size: [4, 4] }, model: { chemicalPotential: -0.5 } });
    expect(model.chemicalPotential).toBe(-0.5);
  });

  it('treats undefined as left out', () => {
    const input = { lattice: { size: [4, 4] }, model: { temperature: undefined }, sampling: undefined };
    expect(resolveSpec(input as never)).toEqual(resolveSpec({ lattice: { size: [4, 4] } }));
  });

  it('gives the problems as data', () => {
    const wrong = () => resolveSpec({ lattice: { size: [4, 4] }, model: { temperature: -1 } });
    expect(wrong).toThrow(SpecError);
    expect(wrong).toThrow(
      expect.objectContaining({
        problems: [{ key: 'model.temperature', expected: 'a number, 0 or more', found: '-1', place: { origin: '' } }],
      }),
    );
  });
});

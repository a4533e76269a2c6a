import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spinformer } from './command.ts';

describe('check', () => {
  it('tells what a spec amounts to', () => {
    const { status, stdout } = spinformer(['check', 'examples/evaluate-6x6.toml']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^lattice +square lattice 6 × 6, periodic, 36 sites$/m);
    expect(stdout).toMatch(/^shell 1 +72 bonds of length 1, hopping 1$/m);
    expect(stdout).toMatch(/^route +quaternion: real hopping between two sublattices, and μ = 0: class C$/m);
    expect(stdout).toMatch(/^sum over +\d+ poles$/m);
    expect(stdout).toMatch(/^bound +\|error of log W\| ≤ [\d.]+e-\d+$/m);
    expect(stdout).toMatch(/^time +log W [\d.]+ (µs|ms), with forces [\d.]+ (µs|ms)\n +local sweep [\d.]+ (µs|ms)$/m);
    expect(stdout).toMatch(/^memory +\d+ MB$/m);
  });

  it('resolves every default, and knows no sweep at T = 0', () => {
    const { status, stdout } = spinformer(['check', 'examples/kondo-6x6.toml', '--json']);
    expect(status).toBe(0);
    const { spec, route, poles, milliseconds } = JSON.parse(stdout);
    expect(spec.model).toEqual({
      hopping: [1, 0, 0.5],
      coupling: -1,
      chemicalPotential: 0.103,
      temperature: 0,
      exchange: [],
      field: [0, 0, 0],
    });
    expect({ route, poles, localSweep: milliseconds.localSweep }).toEqual({
      route: 'dense',
      poles: 0,
      localSweep: null,
    });
  });

  it('says what an annealing and a flow are going to be', () => {
    const { stdout } = spinformer(['check', 'examples/evaluate-6x6.toml', '--set', 'sampling.method=flow']);
    expect(stdout).toMatch(
      /^flow +of uniform spins, 35 layers that move sites in turn, spline\n +trained with 8000 exact evaluations before the chains$/m,
    );
    const annealed = ['--set', 'sampling.method=annealed', '--set', 'flow.base=learned', '--set', 'flow.layers=2'];
    const words = spinformer(['check', 'examples/evaluate-6x6.toml', ...annealed]).stdout;
    expect(words).toMatch(/^annealing +from spins at random to the learned energy, levels by pilots and trials; /m);
    expect(words).toMatch(/^flow +of spins of the learned model, 2 layers that move sites in turn, spline$/m);
  });

  it('says where the sites of a cell sit', () => {
    const kagome = ['examples/triangular.toml', '--set', 'lattice.kind="kagome"', '--set', 'lattice.size=[3, 3]'];
    expect(spinformer(['check', ...kagome]).stdout).toMatch(
      /^cell +3 sites at \(0, 0\) \(0\.5, 0\) \(0\.25, 0\.433013\)$/m,
    );
    const { cell } = JSON.parse(spinformer(['check', ...kagome, '--json']).stdout);
    expect(
      cell.sites.map(({ basis, fractions }: { basis: number; fractions: number[] }) => [basis, fractions]),
    ).toEqual([
      [0, [0, 0]],
      [1, [0.5, 0]],
      [2, [0, 0.5]],
    ]);
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, c) => sum + value * b[c], 0);
    for (const [i, a] of cell.primitiveVectors.entries())
      for (const [j, b] of cell.reciprocalVectors.entries())
        expect(dot(a, b)).toBeCloseTo(i === j ? 2 * Math.PI : 0, 12);
  });
});

describe('check of a study', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-check-'));
  const file = join(folder, 'study.toml');
  afterAll(() => rmSync(folder, { recursive: true }));
  const checked = (temperatures: string, ...options: string[]) => {
    writeFileSync(
      file,
      `lattice.size = [2, 2]\neffective.kind = "linear"\nsweep.model.temperature = ${temperatures}\n`,
    );
    return spinformer(['check', file, ...options]);
  };

  it('lists the points, the last of many too, and what all of them cost', () => {
    const { status, stdout } = checked('{ from = 0.1, to = 2.5, points = 25 }');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^25 points of a study in model\.temperature; kernels: wasm$/m);
    expect(stdout).toMatch(/^ 1 {2}temperature=0\.1 +4 +[\d.]+ µs +[\d.]+ m?s$/m);
    expect(stdout).toMatch(/^20 {2}temperature=2 .*\n …\n25 {2}temperature=2\.5 /m);
    expect(stdout).toMatch(/^2000000 samples in 100 chains: about [\d.]+ s of one core, \d+ MB at most$/m);
    for (const part of ['training', 'levels that are kept', 'start of threads'])
      expect(stdout).toMatch(new RegExp(`^of these .*${part} \\d+ %`, 'm'));
    expect(stdout).toMatch(/^quaternion route at 25 points, \d+ to \d+ poles$/m);
  });

  it('gives the same as JSON', () => {
    const { stdout } = checked('[0.1, 0.2]', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      keys: ['model.temperature'],
      points: [
        { name: 'temperature=0.1', values: { 'model.temperature': 0.1 }, sites: 4, route: 'quaternion' },
        { name: 'temperature=0.2', values: { 'model.temperature': 0.2 }, sites: 4, route: 'quaternion' },
      ],
      total: { points: 2, chains: 8, samples: 160000 },
    });
  });

  it('names a point that cannot be sampled', () => {
    const { status, stderr } = checked('[0.1, 0]');
    expect(status).toBe(2);
    expect(stderr).toContain(':3:33: model.temperature: expected more than 0 for sampling, found 0\n');
    expect(stderr).toContain('\n  in point 2, temperature=0\n');
  });

  it('is refused where configurations of a single model are evaluated', () => {
    checked('[0.1, 0.2]');
    const { status, stderr } = spinformer(['evaluate', file, '--named', 'neel']);
    expect(status).toBe(2);
    expect(stderr).toContain('sweep: expected the spec of a single model, found that of a study');
  });
});

it('a lattice file that is missing is an input that is wrong, for every command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-'));
  const spec = join(folder, 'spec.toml');
  writeFileSync(spec, '[lattice]\nfile = "mine.toml"\nsize = [2, 2]\n');
  for (const args of [['check'], ['run', '--out', join(folder, 'run')], ['evaluate', '--named', 'ferromagnet']]) {
    const { status, stderr } = spinformer([args[0], spec, ...args.slice(1)]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `${spec}:2:8: lattice.file: expected a TOML or JSON file to read, found "mine.toml"\n  2 | file = "mine.toml"\n`,
    );
    expect(stderr).toContain(`${join(folder, 'mine.toml')}: expected a lattice to read, but there is no such file`);
  }
  rmSync(folder, { recursive: true });
});

/** The scripts of examples/ as a reader runs them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { requireSamplable } from '../src/chain/samplable.ts';
import { parseSpec } from '../src/spec/spec.ts';
import { parseStudy } from '../src/spec/sweep/parse-study.ts';
import { latticesBeside } from '../src/store/lattice-files.ts';
import { estimateIn, outputOf, sigmas } from './examples/output.ts';

it('library.ts: weight, force, averages, one sweep', () => {
  const text = outputOf('library.ts');
  // The README quotes it.
  expect(text).toMatch(/^log W = 1202\.35972717 ± \d\.\de-11 by the quaternion route$/m);
  expect(text).toMatch(/^one sweep: \d+ of 36 accepted, drift \d\.\de-\d+$/m);
});

it('observable.ts: learns, samples, and gives the energy of the reference within 4 sigma', () => {
  const text = outputOf('observable.ts');
  expect(text).toMatch(/^learned: 6 parameters, J_1 = -0\.0\d+$/m);
  expect(Number(/^accepted by the exact weight: (\d+) %$/m.exec(text)?.[1])).toBeGreaterThan(80);
  expect(text).toMatch(/^⟨ψ²⟩ = 0\.03\d+\(\d+\)$/m);
  expect(text).toMatch(/^N \(⟨ψ² u⟩ − ⟨ψ²⟩⟨u⟩\) = 0\.00\d+\(\d+\)$/m);
  const energy = estimateIn(text, '⟨u⟩');
  const reference = JSON.parse(readFileSync(new URL('./fixtures/ensembles-4x4.json', import.meta.url), 'utf8'));
  expect(energy.error).toBeLessThan(0.001);
  expect(sigmas(energy, reference.ensembles['T=0.1'].energyPerSite)).toBeLessThan(4);
});

it('sample-spec.ts: the energy of the reference within 4 sigma, and a chain that goes on', () => {
  const text = outputOf('sample-spec.ts');
  expect(text).toMatch(/^sample 102: -1\.\d{4} per site$/m);
  expect(text).toMatch(/^chain 1 went on with 500 samples$/m);
  const reference = JSON.parse(readFileSync(new URL('./fixtures/ensembles-4x4.json', import.meta.url), 'utf8'));
  expect(sigmas(estimateIn(text, '⟨u⟩'), reference.ensembles['T=0.1'].energyPerSite)).toBeLessThan(4);
});

it('analyse-run.ts: reads a run, and draws two figures', () => {
  const text = outputOf('analyse-run.ts');
  expect(text).toMatch(/^2 chains of 5000 samples, staggeredMagnetization2 = 0\.1\d+\(\d+\)$/m);
  const [, file = ''] = /^figure: (.+)$/m.exec(text) ?? [];
  const svg = readFileSync(file, 'utf8');
  expect(svg.match(/<svg /g)).toHaveLength(3);
  expect(svg).toContain('ρ(t)');
});

/** The log of the mean of W over namedConfiguration('random', lattice, { seed }), seed = 0 … 19 999. */
const LOG_Z = { mean: 264.7827, error: 0.0196 };

it('flow.ts: proposes well with all of its layers, knows log Z, and gives the order of the reference within 4 sigma', () => {
  const text = outputOf('flow.ts');
  const accepted = [...text.matchAll(/^\d+ layers: accepted (\S+), effective/gm)].map(([, rate]) => Number(rate));
  expect(accepted).toHaveLength(3);
  expect(accepted[2]).toBeGreaterThan(0.85);
  expect(accepted[0]).toBeLessThan(0.6);
  const [, logZ, error] = /^log Z\/\(4π\)\^N = (\S+) ± (\S+)$/m.exec(text) ?? [];
  expect(Number(error)).toBeLessThan(0.005);
  expect(sigmas({ mean: Number(logZ), error: Number(error) }, LOG_Z)).toBeLessThan(4);
  const reference = JSON.parse(readFileSync(new URL('./fixtures/ensembles-4x4.json', import.meta.url), 'utf8'));
  const order = estimateIn(text, '4 × 4 sites: m_s²');
  expect(order.error).toBeLessThan(0.003);
  expect(sigmas(order, reference.ensembles['T=0.1'].staggeredMagnetization2)).toBeLessThan(4);
});

const folder = new URL('../examples/', import.meta.url);
const specs = readdirSync(folder).filter((name) => name.endsWith('.toml'));

it.each(specs)('%s is in order', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const read = latticesBeside(fileURLToPath(new URL(name, folder)));
  const study = parseStudy(text, name, [], requireSamplable, read);
  expect(name.startsWith('study-')).toBe(study !== undefined);
  if (study) expect(study.points.length).toBeGreaterThan(5);
  else expect(parseSpec(text, name, [], read).lattice.size.length).toBeGreaterThan(0);
});

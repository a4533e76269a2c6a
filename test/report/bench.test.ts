import { expect, it } from 'vitest';
import type { BenchResult } from '../../src/bench/bench.ts';
import { growthPicture } from '../../src/report/bench/growth-picture.ts';
import { benchText } from '../../src/report/bench.ts';

const wasm = { route: 'quaternion', engine: 'wasm', size: [6, 6] } as const;
const sampler = { part: 'samplers', size: [6, 6] } as const;
const flow = { ...wasm, part: 'flows', name: 'flow-proposal', route: 'shells' } as const;
const settings = '4 steps of 0.3';

const job = { part: 'main-job', route: 'process', engine: 'node', size: [6, 6], ratios: {} } as const;

const growth = (size: number[], milliseconds: number): BenchResult => ({
  ...wasm,
  part: 'growth',
  name: 'log-weight',
  size,
  milliseconds: 1000 * milliseconds,
  ratios: {},
});

const exponents = [
  { name: 'log-weight', lattice: 'square', exponent: 1.5123, error: 0.012, sites: [16, 64] as const },
  { name: 'forces', lattice: 'cubic', exponent: 2.0123, error: 0.04, sites: [64, 512] as const },
];

const results: BenchResult[] = [
  { ...wasm, part: 'engine', name: 'log-weight', milliseconds: 0.02, ratios: { lapack: 13 } },
  { ...wasm, part: 'engine', name: 'log-weight', size: [8, 8], milliseconds: 0.05, ratios: { lapack: 123.4 } },
  { ...wasm, part: 'engine', name: 'forces', size: [8, 8], milliseconds: 0.15, ratios: { lapack: 7.7 } },
  { ...flow, milliseconds: 0.08, ratios: { 'log-weight': 0.5 } },
  { ...flow, engine: 'typescript', milliseconds: 0.2, ratios: { 'log-weight': 0.2, wasm: 0.4 } },
  { ...wasm, ...sampler, name: 'training', milliseconds: 580, ratios: {} },
  {
    ...wasm,
    ...sampler,
    name: 'hmc',
    milliseconds: 1,
    ratios: { 'lapack-hmc': 10 },
    sampling: {
      stepMilliseconds: 0.5,
      tau: 1,
      tauError: 0.05,
      settings,
      staggeredMagnetization2: { mean: 0.2913, error: 0.0031 },
    },
  },
  {
    ...sampler,
    name: 'hmc',
    route: 'dense',
    engine: 'lapack',
    milliseconds: 10,
    ratios: {},
    sampling: { stepMilliseconds: 5, tau: 1, tauError: 0.05, settings },
  },
  {
    part: 'start-up',
    name: 'start-up',
    route: 'process',
    engine: 'node',
    size: [0, 0],
    milliseconds: 150,
    ratios: { node: 0.4 },
  },
  ...[4, 6, 8].flatMap((length) => [growth([length, length], 1e-4 * length ** 3), growth([length, length, length], 2)]),
  { ...job, name: 'training', milliseconds: 12_345, processorMilliseconds: 23_456 },
  { ...job, name: 'report', milliseconds: 1500 },
];

it('has a section for every part that was timed, and a column for every lattice', () => {
  expect(benchText({ rivals: { LAPACK: 'NumPy 1.24.2' }, results, exponents })).toBe(TEXT);
});

const TEXT = `Square lattice, t = J = 1, β = 20, μ = 0, default tolerance; one thread, processor time, medians.

LAPACK: NumPy 1.24.2.

EXACT WEIGHT

milliseconds                     6×6     8×8
log-weight, quaternion, wasm  0.0200  0.0500
forces, quaternion, wasm           –   0.150

Times as fast as LAPACK: forces against values and vectors, a local sweep against one solution per proposal, the others against values only

                              6×6  8×8
log-weight, quaternion, wasm   13  123
forces, quaternion, wasm        –  7.7

FLOWS, one round of single sites, splines, all shells: a proposal with its density; a path gradient without the force

milliseconds                          6×6
flow-proposal, shells, wasm        0.0800
flow-proposal, shells, typescript   0.200

Log weights that take as long

                                   6×6
flow-proposal, shells, wasm        2.0
flow-proposal, shells, typescript  5.0

The TypeScript twin takes as many times as long as WebAssembly

                                   6×6
flow-proposal, shells, typescript  2.5

SAMPLERS: milliseconds per effective sample of m_s², by the Γ-method, and how many times as fast as the rivals that is

6×6            ms  × lapack-hmc  ms/step  τ/steps      m_s²        settings
hmc, wasm    1.00            10    0.500  1.00(5)  0.291(3)  4 steps of 0.3
hmc, lapack  10.0                   5.00  1.00(5)         –  4 steps of 0.3
self-learning learned for 0.58 s before

Without m_s²: a few steps were timed, and τ is that of our own chain with the same settings.

START-UP

150 ms of wall time for spinformer --version; Node alone takes 60 ms

GROWTH on square and cubic lattices: linear model with all shells, transformer with 3 blocks and 6 shells; steps by reweighting with the linear model; generations of 20 proposals

milliseconds                   4×4   6×6   8×8
log-weight, quaternion, wasm  6.40  21.6  51.2

milliseconds                  4×4×4  6×6×6  8×8×8
log-weight, quaternion, wasm   2000   2000   2000

Times grow like N to the power of these, fitted to the larger half of the lattices:

               square    cubic
log-weight  1.512(12)        –
forces              –  2.01(4)

MAIN JOB: ./spinformer run examples/talk-6x6.toml, one worker per core, installation not counted

seconds    wall  processor
training  12.35      23.46
report     1.50          –
`;

it('draws every task that was timed, with its exponent', () => {
  const picture = growthPicture({ rivals: {}, results, exponents });
  expect(picture).toContain('log W: N^1.51');
  expect(picture.match(/sites N/g)).toHaveLength(2);
});

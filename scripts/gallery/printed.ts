/** Pictures of the scripts of examples/ from the numbers that they print. */
import { readFileSync } from 'node:fs';
import { figureSvg } from '../../src/report/figures/figure.ts';
import type { Point } from '../../src/report/figures/figure-spec.ts';
import { outputOf } from './program.ts';
import { GAP, SIZE } from './size.ts';

export const printedPictures: Readonly<Record<string, () => string>> = {
  observable: stripesByTemperature,
  'extend-lattice': bandsOfLieb,
  'extend-model': energyOfBond,
  'extend-observable': peakOfStructureFactor,
  'extend-sampler': againstKnown,
  flow: sharesByLayers,
};

/** The number after `name = `, and its error where one stands in brackets: 0.0381(7). */
function numberIn(text: string, name: string): { mean: number; error: number } {
  const line = text.split('\n').find((candidate) => candidate.includes(`${name} = `)) ?? '';
  const [, mean, decimals = '', digits = '0'] =
    /(-?\d+(?:\.(\d+))?)(?:\((\d+)\))?/.exec(line.split(`${name} = `)[1]) ?? [];
  return { mean: Number(mean), error: Number(digits) * 10 ** -decimals.length };
}

const inPrint = (value: number): string => value.toFixed(3).replace('-', '−');

const range = (from: number, to: number, steps = 60): number[] =>
  Array.from({ length: steps + 1 }, (_, k) => from + ((to - from) * k) / steps);

/** ⟨ψ²⟩ with its slope in T, (⟨ψ² u⟩ − ⟨ψ²⟩⟨u⟩) N/T². */
function stripesByTemperature(): string {
  const text = outputOf('observable');
  const [stripes, covariance] = [numberIn(text, '⟨ψ²⟩'), numberIn(text, 'N (⟨ψ² u⟩ − ⟨ψ²⟩⟨u⟩)')];
  const T = 0.1;
  const tangent = range(0.9 * T, 1.1 * T).map((x) => ({ x, y: stripes.mean + ((x - T) * covariance.mean) / T ** 2 }));
  return figureSvg({
    ...SIZE,
    x: { label: 'temperature', unit: 't' },
    y: { label: '⟨ψ²⟩' },
    series: [
      { name: 'sampled', points: [{ x: T, y: stripes.mean, error: stripes.error }], shape: 'points' },
      { name: 'slope from the same samples', points: tangent, shape: 'line' },
    ],
    names: 'above',
    caption:
      'Stripes on 4 × 4 sites, J = 1: one temperature is sampled, and the covariance with the energy gives the slope there.',
  });
}

/** Γ, X, M and Γ, on a square lattice. */
const CORNERS = [
  [0, 0],
  [Math.PI, 0],
  [Math.PI, Math.PI],
  [0, 0],
];

/** On the way through the corners, `x` of them passed. */
function waveVector(x: number): number[] {
  const leg = Math.min(CORNERS.length - 2, Math.floor(x));
  return CORNERS[leg].map((from, d) => from + (x - leg) * (CORNERS[leg + 1][d] - from));
}

/** Levels of the ferromagnet along Γ, X, M, Γ: the formula that the script compares them with. */
function bandsOfLieb(): string {
  const cosines = range(0, 3, 90).map((x) => ({ x, y: 2 * Math.hypot(...waveVector(x).map((k) => Math.cos(k / 2))) }));
  const bands = [-1, 0, 1].flatMap((sign) => [...cosines.map(({ x, y }) => ({ x, y: sign * y })), GAP]);
  const shifted = (by: number): Point[] => bands.map(({ x, y }) => ({ x, y: y + by }));
  return figureSvg({
    ...SIZE,
    x: { label: 'wave vector', ticks: [0, 1, 2, 3], tickNames: ['Γ', 'X', 'M', 'Γ'] },
    y: { label: 'level', unit: 't' },
    series: [
      { name: 'spin along S', points: shifted(0.5), shape: 'line' },
      { name: 'against it', points: shifted(-0.5), shape: 'line' },
    ],
    names: 'above',
    caption:
      'Bands of a ferromagnet on the Lieb lattice, J = 1: a flat one between two others, for either spin of the electrons.',
  });
}

/** What the new model has learned of two neighbours, beside its bilinear part alone. */
function energyOfBond(): string {
  const text = outputOf('extend-model');
  const [J, K] = [numberIn(text, 'J_1').mean, numberIn(text, 'K_1').mean];
  const curve = (energy: (product: number) => number): Point[] => range(-1, 1).map((x) => ({ x, y: energy(x) }));
  return figureSvg({
    ...SIZE,
    x: { label: 'S_i·S_j of two neighbours' },
    y: { label: 'learned energy of the bond', unit: 't' },
    series: [
      { name: '−J_1 x − K_1 x²', points: curve((x) => -J * x - K * x * x), shape: 'line' },
      { name: '−J_1 x', points: curve((x) => -J * x), shape: 'line' },
    ],
    names: 'above',
    caption: `Square 4 × 4, J = 4, T = 0.1, from 200 exact evaluations: J_1 = ${inPrint(J)}, K_1 = ${inPrint(K)}.`,
  });
}

/** S(q) along (π, π − δ), a Lorentzian with the printed peak and ratio, 1 − R = S beside the peak over S at it. */
function peakOfStructureFactor(): string {
  const text = outputOf('extend-observable');
  const [peak, ratio] = [numberIn(text, 'structureFactorPiPi'), numberIn(text, 'correlationRatio')];
  const length = Math.sqrt(1 / (1 - ratio.mean) - 1) / (2 * Math.sin(Math.PI / 4));
  const at = (δ: number) => peak.mean / (1 + (2 * length * Math.sin(δ / 2)) ** 2);
  const curve = range(-Math.PI / 2, Math.PI / 2).map((δ) => ({ x: 1 + δ / Math.PI, y: at(δ) }));
  return figureSvg({
    ...SIZE,
    x: { label: 'q_y/π at q_x = π' },
    y: { label: 'structure factor S(q)' },
    series: [
      { name: 'S(π, π), sampled', points: [{ x: 1, y: peak.mean, error: peak.error }], shape: 'points' },
      { name: `R = ${ratio.mean}`, points: curve, shape: 'line' },
    ],
    names: 'above',
    caption: 'Square 4 × 4, J = 1, T = 0.1: the larger the correlation ratio R, the sharper the peak.',
  });
}

/** Both averages of the new sampler against values that are known, in units of their errors. */
function againstKnown(): string {
  const text = outputOf('extend-sampler');
  const fixture = new URL('../../test/fixtures/ensembles-4x4.json', import.meta.url);
  const { ensembles } = JSON.parse(readFileSync(fixture, 'utf8'));
  const known = [numberIn(text.replace('by quadrature', 'quadrature ='), 'quadrature').mean];
  known.push(ensembles['T=0.1'].staggeredMagnetization2.mean);
  const points = ['S_1·S_2', 'm_s²'].map((name, x): Point => {
    const { mean, error } = numberIn(text, name);
    return { x, y: (mean - known[x]) / error, error: 1 };
  });
  return figureSvg({
    ...SIZE,
    x: { label: '', domain: [-0.5, 1.5], ticks: [0, 1], tickNames: ['S_1·S_2 of two sites', 'm_s² of 4 × 4 sites'] },
    y: { label: 'sampled − known, in standard errors', domain: [-3, 3] },
    series: [{ name: 'sampled', points, shape: 'points' }],
    references: [{ axis: 'y', value: 0, label: '' }],
    caption:
      'Langevin moves, against quadrature (two sites, T = 0.05) and against two other exact methods (4 × 4, T = 0.1).',
  });
}

/** How good the proposals of flows are, by the number of layers. */
function sharesByLayers(): string {
  const trained = [...outputOf('flow').matchAll(/^(\d+) layers: accepted (\S+), effective (\S+),/gm)];
  const points = (column: number) => trained.map((found): Point => ({ x: Number(found[1]), y: Number(found[column]) }));
  return figureSvg({
    ...SIZE,
    x: { label: 'layers, each of which moves one site', domain: [0, 16] },
    y: { label: 'share of the proposals', domain: [0, 1] },
    series: [
      { name: 'accepted', points: points(2), shape: 'both' },
      { name: 'effective', points: points(3), shape: 'both' },
    ],
    names: 'above',
    caption: 'Square 4 × 4, J = 1, T = 0.1: flows trained with 2000 exact evaluations each.',
  });
}

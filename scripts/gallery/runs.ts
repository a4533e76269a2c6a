/** Pictures of the examples that are sampled: figures of their reports, and what the reports say in numbers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLattice } from '../../src/lattice/create.ts';
import { figureSvg } from '../../src/report/figures/figure.ts';
import { openRun, readSeries } from '../../src/store/store.ts';
import { spinformer } from './program.ts';
import { SIZE } from './size.ts';

export const runPictures: Readonly<Record<string, () => string>> = {
  'talk-6x6': () => figureOf('talk-6x6', 'training-error'),
  'linear-6x6': couplings,
  'local-4x4': () => figureOf('local-4x4', 'order-series'),
  'flow-4x4': () => figureOf('flow-4x4', 'order-series'),
  'square-8x8': () => figureOf('square-8x8', 'spins'),
  'doped-6x6': () => figureOf('doped-6x6', 'density-of-states'),
  filling: () => figureOf('filling', 'density-of-states'),
  triangular: () => figureOf('triangular', 'spins'),
  vacancies: () => figureOf('vacancies', 'spins'),
  skyrmions: () => figureOf('skyrmions', 'spins'),
  'tempering-triangular': () => withRun('tempering-triangular', chirality),
};

/** `read` gets the directory of a finished run with its report; it is gone afterwards. */
function withRun<T>(example: string, read: (directory: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-gallery-'));
  try {
    const directory = join(folder, example);
    spinformer('run', `examples/${example}.toml`, '--out', directory);
    spinformer('report', directory, '--html');
    return read(directory);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const figureOf = (example: string, figure: string): string =>
  withRun(example, (directory) => readFileSync(join(directory, 'figures', `${figure}.svg`), 'utf8'));

/** The scalar chirality of the first chain at the lowest temperature, in the first samples after the warm-up of 200. */
export function chirality(directory: string): string {
  const { names, chains } = readSeries(openRun(directory));
  const series = chains[0][names.indexOf('scalarChirality')].subarray(200, 600);
  return figureSvg({
    ...SIZE,
    x: { label: 'sample' },
    y: { label: 'scalar chirality at T = 0.02' },
    series: [{ name: 'chain 1', points: Array.from(series, (y, x) => ({ x, y })), shape: 'points' }],
    references: [{ axis: 'y', value: 0, label: '' }],
    caption:
      'Triangular 8 × 8, J = −6, μ = −3.4, tempered from T = 0.02 to 0.08: both mirror images, without symmetry moves.',
  });
}

/** What the linear model has learned, by the length of the bonds. */
function couplings(): string {
  const report = withRun('linear-6x6', (directory) => JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8')));
  const lattice = createLattice({ kind: 'square', size: [6, 6] });
  const points = lattice.minimalImageShells.map((shell, k) => ({
    x: Math.hypot(...lattice.bonds(shell)[0].displacement),
    y: report.couplings[k],
  }));
  return figureSvg({
    ...SIZE,
    x: { label: 'distance of the two sites' },
    y: { label: 'learned coupling J_s' },
    series: [{ name: 'J_s', points, shape: 'points' }],
    references: [{ axis: 'y', value: 0, label: '' }],
    caption:
      'Square 6 × 6, J = 1, T = 0.05. Below zero the model is antiferromagnetic at this distance, above zero ferromagnetic.',
  });
}

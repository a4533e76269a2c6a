/** Pictures of the examples that are studies: an observable of every point against temperature, by size. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureSvg } from '../../src/report/figures/figure.ts';
import type { Point } from '../../src/report/figures/figure-spec.ts';
import { runSpec, summariseRun } from '../../src/run.ts';
import { parseStudy, type Study } from '../../src/spec.ts';
import { SIZE } from './size.ts';

export const studyPictures: Readonly<Record<string, () => Promise<string>>> = {
  'study-order': () => pictureOf('study-order', 'staggeredMagnetization2', 'Square lattice, J = 1, μ = 0.'),
  'study-triangular': () =>
    pictureOf(
      'study-triangular',
      'scalarChirality2',
      'Triangular lattice, J = −6, μ = −3.4: near 0.5 electrons per site.',
    ),
};

interface Measured extends Point {
  readonly size: string;
}

async function pictureOf(example: string, observable: string, words: string): Promise<string> {
  const file = `examples/${example}.toml`;
  const study = parseStudy(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file);
  const points = await measured(study as Study, observable);
  const sizes = [...new Set(points.map(({ size }) => size))];
  return figureSvg({
    ...SIZE,
    x: { label: 'temperature', scale: 'log' },
    y: { label: observable },
    series: sizes.map((size) => ({ name: size, points: points.filter((point) => point.size === size) })),
    names: 'above',
    caption: `${words} Bars are one standard deviation.`,
  });
}

/** The observable of all points, each sampled in a directory that is gone afterwards. */
async function measured({ points }: Study, observable: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-gallery-'));
  try {
    const all: Measured[] = [];
    for (const { name, spec } of points) {
      const { mean, error } = summariseRun(await runSpec(spec, { directory: join(folder, name) })).observables[
        observable
      ];
      if (mean === null || error === null) throw new Error(`${name}: too few samples for ${observable}`);
      all.push({ size: spec.lattice.size.join(' × '), x: spec.model.temperature, y: mean, error });
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

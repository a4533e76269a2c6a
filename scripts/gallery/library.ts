/** Pictures of the examples on specs and runs. */
import { readFileSync } from 'node:fs';
import { figureSvg } from '../../src/report/figures/figure.ts';
import { prepareSpec, sampleSpec } from '../../src/spec.ts';
import { outputOf } from './program.ts';
import { SIZE } from './size.ts';

export const libraryPictures: Readonly<Record<string, () => string | Promise<string>>> = {
  'sample-spec': runningMeans,
  'analyse-run': figureOfRun,
};

/** The energy of two chains of the example so far, from a hot and a cold start. */
async function runningMeans(): Promise<string> {
  const prepared = prepareSpec({
    lattice: { size: [4, 4] },
    model: { temperature: 0.1 },
    effective: { kind: 'linear' },
    training: { exactEvaluations: 200 },
    sampling: { warmUp: 100, samples: 2000 },
  });
  const series = [];
  for (const chain of [1, 2]) {
    const points: { x: number; y: number }[] = [];
    let sum = 0;
    for await (const { values } of sampleSpec(prepared, { chain })) {
      sum += values.energyPerSite;
      const x = points.length + 1;
      points.push({ x, y: sum / x });
    }
    series.push({ name: `chain ${chain}`, points: points.filter(({ x }) => x % 20 === 0), shape: 'line' as const });
  }
  return figureSvg({
    ...SIZE,
    x: { label: 'samples' },
    y: { label: 'mean energy per site so far' },
    series,
    names: 'above',
    caption: 'Two chains of one spec, square 4 × 4, J = 1, T = 0.1, that share a training.',
  });
}

/** What the example draws itself. */
function figureOfRun(): string {
  const [, file = ''] = /^figure: (.+)$/m.exec(outputOf('analyse-run')) ?? [];
  return readFileSync(file, 'utf8');
}

/** Effective samples against size, for every sampler. */
import type { FigureSpec } from '../../src/report/figures/spec.ts';
import type { Reproduction } from '../target.ts';
import type { Cell } from './performance.ts';
import { AUTO, type Plan, TEMPERATURE } from './plan.ts';

const SHOWN = [
  [
    'perSecond',
    'effective samples of m_s² per second',
    'What a second of one core buys, training and measurements not counted',
  ],
  ['perEvaluation', 'effective samples of m_s² per exact evaluation', 'What an exact evaluation buys'],
] as const;

export function figuresOf(cells: readonly Cell[], plan: Plan): Reproduction['figures'] {
  const sizes = [...plan.samples.keys()];
  // What `auto` chose is one of the others.
  const series = (key: (typeof SHOWN)[number][0]): FigureSpec['series'] =>
    plan.entries
      .filter(({ name }) => name !== AUTO)
      .map(({ name }) => ({
        name,
        points: cells.flatMap(({ entry, size, performance }) =>
          entry.name === name && performance
            ? [{ x: size, y: performance[key].value, error: performance[key].error }]
            : [],
        ),
      }));
  return SHOWN.map(([key, label, title]) => ({
    name: key === 'perSecond' ? 'second' : 'evaluation',
    spec: {
      title,
      x: { label: 'L', scale: 'log' as const, ticks: sizes, domain: [sizes[0], sizes[sizes.length - 1]] as const },
      y: { label, scale: 'log' as const },
      series: series(key),
      caption: captionOf(plan),
    },
  }));
}

function captionOf({ seeds, samples, entries }: Plan): string {
  const evaluations = entries.map(({ exactEvaluations = 0 }) => exactEvaluations).filter((count) => count > 0);
  const counts = [...samples.values()];
  const others = entries
    .filter(({ factor = 1 }) => factor !== 1)
    .map(({ name, factor = 1 }) => `${Number(factor.toPrecision(2))} times as many of ${name}`);
  return (
    `Square lattice L × L, t = J = 1, μ = 0, T = ${TEMPERATURE}; seed${seeds.length > 1 ? 's' : ''} ${seeds.join(', ')}; ${counts[0]} (L = ${[...samples.keys()][0]}) to ${counts[counts.length - 1]} samples, ` +
    `${others.join(', ')}; ${Math.min(...evaluations)} to ${Math.max(...evaluations)} exact evaluations to learn from. Errors: of τ (Γ-method), of the time of a step, and scatter of seeds.`
  );
}

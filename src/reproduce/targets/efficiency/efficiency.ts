/** Effective samples per second and per exact evaluation, of every sampler and model, against the size. */
import type { Reproduction, Target } from '../../target.ts';
import type { Workshop } from '../../workshop.ts';
import { figuresOf } from './figures.ts';
import { findings } from './findings.ts';
import { type Cell, cellOf } from './performance.ts';
import { type Entry, FULL, type Plan, QUICK, samplesOf, TEMPERATURE, WARM_UP } from './plan.ts';
import { tablesOf } from './tables.ts';

export const efficiency: Target = {
  name: 'efficiency',
  title: 'Which sampler wins where',
  talk: 'The fermion determinant is non-local and its evaluation takes time; an effective model that is accepted more often makes self-learning Monte Carlo more efficient.',
  method:
    'Every sampler makes a run of its own, from random spins, with step sizes and inner chains tuned before it measures: inner chains for the most effective samples per second, measurements included, ' +
    'not per exact evaluation. Effective samples are N/2τ of m_s² by the Γ-method. Seconds are processor time of one core; they vary with the machine and its load, ratios less so. An exact evaluation ' +
    'is a log weight, with or without forces; a sweep of local moves counts as one, a trajectory of hybrid Monte Carlo as five. The warm-up is counted in, a few per cent at most; training and the choice of an inner chain are counted apart. The exact ' +
    'weight is the one of this package, much faster than a diagonalisation: with a slower one, better models win sooner. The nodal determinant is left out where a step takes too long. "auto" is a run ' +
    'that tries models and samplers itself; what it chooses is one of the others, though not with the same inner chain.',
  async reproduce(workshop) {
    const plan = workshop.isQuick ? QUICK : FULL;
    const places = [...plan.samples.keys()].flatMap((size) =>
      plan.entries.filter(({ upTo = size }) => size <= upTo).map((entry) => ({ size, entry })),
    );
    return reproduction(await Promise.all(places.map((place) => measure(workshop, plan, place))), plan);
  },
};

async function measure(
  workshop: Workshop,
  plan: Plan,
  { size, entry }: { readonly size: number; readonly entry: Entry },
): Promise<Cell> {
  const { name, method, effective, exactEvaluations } = entry;
  const results = plan.seeds.map((seed) =>
    workshop.run(`${name}, ${size}x${size}, seed ${seed}`, {
      ...{ lattice: { size: [size, size] }, model: { temperature: TEMPERATURE } },
      ...(effective ? { effective, training: { exactEvaluations } } : {}),
      sampling: { method, chains: 1, samples: samplesOf(plan, entry, size), warmUp: WARM_UP, seed },
    }),
  );
  return cellOf(entry, size, await Promise.all(results));
}

export function reproduction(cells: readonly Cell[], plan: Plan): Reproduction {
  return { figures: figuresOf(cells, plan), tables: tablesOf(cells, plan), findings: findings(cells) };
}

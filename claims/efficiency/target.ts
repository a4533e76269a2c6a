/** Effective samples per second and per exact evaluation, of every sampler and model, against the size. */
import type { Reproduction, Target } from '../target.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
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
    'not per exact evaluation. Effective samples are N/2τ of m_s² by the Γ-method. Seconds are processor time of one core, taken from further steps of all samplers of a size in turn, so that what else the machine does strikes all alike; ratios depend on the machine less than rates. An exact evaluation ' +
    'is a log weight, with or without forces; a sweep of local moves counts as one, a trajectory of hybrid Monte Carlo as five. Training and the choice of an inner chain are counted apart, the warm-up not at all. The exact ' +
    'weight is the one of this package, much faster than a diagonalisation: with a slower one, better models win sooner. The nodal determinant is left out where a step takes too long. "auto" is a run ' +
    'that tries models and samplers itself; what it chooses is one of the others, though not with the same inner chain.',
  async reproduce(workshop) {
    const plan = workshop.isQuick ? QUICK : FULL;
    const bySize = await Promise.all([...plan.samples.keys()].map((size) => cellsOf(workshop, plan, size)));
    return reproduction(bySize.flat(), plan);
  },
};

/** Runs first, then what their steps take, side by side. */
async function cellsOf(workshop: Workshop, plan: Plan, size: number): Promise<Cell[]> {
  const entries = plan.entries.filter(({ upTo = size }) => size <= upTo);
  const results = await Promise.all(entries.map((entry) => runsOf(workshop, plan, entry, size)));
  const runs = results.flat().map(({ data }) => data.run.directory);
  const times = await workshop.compute(`step times, ${size}x${size}`, 'step-times', { runs, ...plan.timing });
  const timed = times.map((rounds, index) => ({ result: results.flat()[index], rounds }));
  const count = plan.seeds.length;
  return entries.map((entry, k) => cellOf(entry, size, timed.slice(k * count, (k + 1) * count)));
}

function runsOf(workshop: Workshop, plan: Plan, entry: Entry, size: number): Promise<RunResult[]> {
  const { name, method, effective, exactEvaluations } = entry;
  const runs = plan.seeds.map((seed) =>
    workshop.run(`${name}, ${size}x${size}, seed ${seed}`, {
      lattice: { size: [size, size] },
      model: { temperature: TEMPERATURE },
      ...(effective ? { effective, training: { exactEvaluations } } : {}),
      sampling: { method, chains: 1, samples: samplesOf(plan, entry, size), warmUp: WARM_UP, seed },
    }),
  );
  return Promise.all(runs);
}

export function reproduction(cells: readonly Cell[], plan: Plan): Reproduction {
  return { figures: figuresOf(cells, plan), tables: tablesOf(cells, plan), findings: findings(cells) };
}

/** Acceptance, and what it is worth, against the length of the inner chain. */
import type { FigureSpec } from '../../report/figures/spec.ts';
import type { SpecInput } from '../../run/spec/spec.ts';
import type { InnerPlan } from '../../sampling/inner-chain.ts';
import { formatWithError } from '../../statistics/format.ts';
import { allAbove, ratioOf, SIGMAS } from '../comparing.ts';
import { type Combined, combined } from '../seeds.ts';
import type { Finding, Reproduction, Table, Target } from '../target.ts';
import type { LocalPlan, ProposalLengthResult } from '../tasks/proposal-length.ts';
import type { Workshop } from '../workshop.ts';

export interface Entry {
  readonly name: string;
  readonly effective: NonNullable<SpecInput['effective']>;
  readonly unit: 'local sweeps' | 'heat-bath sweeps' | 'trajectories';
  readonly lengths: readonly number[];
}

export interface Outcome {
  readonly entry: Entry;
  /** By seed, then by length. */
  readonly seeds: readonly (readonly ProposalLengthResult[])[];
}

type Measure = keyof ProposalLengthResult;

const TEMPERATURE = 0.05;
const SWEEPS = [1, 2, 3, 5, 10, 20, 40];
const TRAJECTORIES = [1, 2, 3, 5, 10, 20];
const TRUNCATED = 'linear, 4 shells';

const ENTRIES: readonly Entry[] = [
  { name: TRUNCATED, effective: { kind: 'linear', shells: 4 }, unit: 'local sweeps', lengths: SWEEPS },
  { name: TRUNCATED, effective: { kind: 'linear', shells: 4 }, unit: 'heat-bath sweeps', lengths: SWEEPS },
  {
    name: 'linear, all shells',
    effective: { kind: 'linear', shells: 'all' },
    unit: 'heat-bath sweeps',
    lengths: SWEEPS,
  },
  {
    name: 'transformer, 6 shells, 2 blocks',
    effective: { kind: 'transformer', shells: 6, blocks: 2 },
    unit: 'trajectories',
    lengths: TRAJECTORIES,
  },
];

export interface Effort {
  readonly seeds: readonly number[];
  /** Exact evaluations that the transformer learns from. */
  readonly lessons: number;
  /** In the chain of each length. */
  readonly proposals: number;
}

/** Exact evaluations that linear models learn from. */
const FEW_LESSONS = 200;
const QUICK: Effort = { seeds: [1], lessons: 1000, proposals: 10000 };
const FULL: Effort = { seeds: [1, 2, 3], lessons: 3000, proposals: 100000 };

export const proposalLength: Target = {
  name: 'proposal-length',
  title: 'Acceptance against the length of the inner chain',
  talk: 'The slides show acceptances (21 % of the linear model, in the paper) and do not say how long the inner chain ran between two exact tests.',
  method:
    'Each model is learned by the self-learning loop and frozen; then the same model proposes with inner chains of different length, in a chain for each. Inner chains are sweeps of single-spin ' +
    'Metropolis steps (local), sweeps of the heat bath, which draws every spin anew, or trajectories of hybrid Monte Carlo, five leapfrog steps long. What a proposal is worth: N/2τ of m_s² by exact ' +
    'evaluation, by the Γ-method. A truncated model now and then leaves the chain stuck, which short chains miss: its errors are rough.',
  async reproduce(workshop) {
    const effort = workshop.isQuick ? QUICK : FULL;
    return reproduction(await Promise.all(ENTRIES.map((entry) => outcomeOf(workshop, entry, effort))), effort);
  },
};

async function outcomeOf(workshop: Workshop, entry: Entry, effort: Effort): Promise<Outcome> {
  const { seeds, lessons, proposals } = effort;
  const exactEvaluations = entry.unit === 'trajectories' ? lessons : FEW_LESSONS;
  const results = seeds.map((seed) =>
    workshop.compute(`${entry.name}, ${entry.unit}, seed ${seed}`, 'proposal-length', {
      spec: {
        ...{ lattice: { size: [6, 6] }, model: { temperature: TEMPERATURE }, effective: entry.effective },
        ...{ training: { exactEvaluations }, sampling: { proposal: 'decorrelated', seed } },
      },
      ...{ plans: entry.lengths.map((length) => planOf(entry, length)), proposals },
    }),
  );
  return { entry, seeds: await Promise.all(results) };
}

function planOf({ unit }: Entry, length: number): InnerPlan | LocalPlan {
  if (unit === 'local sweeps') return { kind: 'local', sweeps: length };
  if (unit === 'heat-bath sweeps') return { kind: 'heat-bath', sweeps: length, overrelaxation: 0 };
  return { kind: 'hmc', trajectories: length, steps: 5, stepSize: 0.2 };
}

export function reproduction(outcomes: readonly Outcome[], { seeds, lessons, proposals }: Effort): Reproduction {
  const caption = `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; seed${seeds.length > 1 ? 's' : ''} ${seeds.join(', ')}; ${FEW_LESSONS} exact evaluations to learn linear models from, ${lessons} for the transformer; ${proposals} proposals at each point.`;
  return {
    figures: [
      { name: 'acceptance', spec: { ...figureOf(outcomes, 'acceptance'), caption } },
      { name: 'efficiency', spec: { ...figureOf(outcomes, 'efficiency'), caption } },
    ],
    tables: outcomes.map(tableOf),
    findings: [
      shortIsAccepted(outcomes),
      shortIsWorth(outcomes),
      ...outcomes.filter(({ entry }) => entry.unit === 'local sweeps').map(plateau),
    ],
  };
}

const nameOf = ({ name, unit }: Entry): string => `${name}; ${unit}`;

const at = ({ seeds }: Outcome, measure: Measure, index: number): Combined =>
  combined(seeds.map((lengths) => (lengths.at(index) as ProposalLengthResult)[measure]));

/** Of two lengths of one model, seed by seed: what seeds have learned differs more than what lengths do. */
function change({ seeds }: Outcome, measure: Measure, from: number, to: number): Combined {
  return combined(
    seeds.map((lengths) => {
      const [a, b] = [from, to].map((index) => (lengths.at(index) as ProposalLengthResult)[measure]);
      return { value: b.value - a.value, error: Math.hypot(a.error, b.error) };
    }),
  );
}

const TITLES: Readonly<Record<Measure, { readonly title: string; readonly label: string }>> = {
  acceptance: { title: 'How often proposals are accepted, by the length of the inner chain', label: 'acceptance' },
  efficiency: {
    title: 'What an exact evaluation buys, by the length of the inner chain',
    label: 'effective samples of m_s² per exact evaluation',
  },
};

function figureOf(outcomes: readonly Outcome[], measure: Measure): Omit<FigureSpec, 'caption'> {
  const { title, label } = TITLES[measure];
  return {
    title,
    x: { label: 'sweeps or trajectories of the inner chain between two exact tests', scale: 'log', ticks: SWEEPS },
    y: { label, domain: [0, 1] },
    series: outcomes.map((outcome) => ({
      name: nameOf(outcome.entry),
      points: outcome.entry.lengths.map((length, k) => {
        const { value, error } = at(outcome, measure, k);
        return { x: length, y: value, error };
      }),
    })),
    names: 'above',
  };
}

function tableOf(outcome: Outcome): Table {
  const { entry } = outcome;
  const text = (measure: Measure, k: number) => {
    const { value, error } = at(outcome, measure, k);
    return formatWithError(value, error);
  };
  return {
    title: nameOf(entry),
    rows: [
      [entry.unit, 'acceptance', 'effective samples of m_s² per exact evaluation'],
      ...entry.lengths.map((length, k) => [String(length), text('acceptance', k), text('efficiency', k)]),
    ],
  };
}

function shortIsAccepted(outcomes: readonly Outcome[]): Finding {
  return {
    claim: 'An acceptance means little without the length of the inner chain: short proposals are accepted more often.',
    found: `${outcomes.map((outcome) => fromShortToLong(outcome, 'acceptance')).join('; ')}.`,
    verdict: allAbove(
      outcomes.map((outcome) => change(outcome, 'acceptance', -1, 0)),
      0,
    ),
  };
}

function shortIsWorth(outcomes: readonly Outcome[]): Finding {
  return {
    claim: 'Though accepted less often, long proposals give more effective samples per exact evaluation.',
    found: `${outcomes.map((outcome) => fromShortToLong(outcome, 'efficiency')).join('; ')}.`,
    verdict: allAbove(
      outcomes.map((outcome) => change(outcome, 'efficiency', 0, -1)),
      0,
    ),
  };
}

function fromShortToLong(outcome: Outcome, measure: Measure): string {
  const [short, long] = [at(outcome, measure, 0), at(outcome, measure, -1)].map(({ value, error }) =>
    formatWithError(value, error),
  );
  const { name, unit, lengths } = outcome.entry;
  return `${name}: ${short} with ${lengths[0]} and ${long} with ${lengths.at(-1)} ${unit}`;
}

/** Of the truncated model, in the study that the claim is from: after one local sweep, and decorrelated. */
const KNOWN = [0.42, 0.23];
const TOLERANCE = 0.02;
/** What remains of the claim with other local steps and another fit. */
const LEAST_FACTOR = 1.5;

function plateau(outcome: Outcome): Finding {
  const found = [0, -1].map((index) => at(outcome, 'acceptance', index));
  const factors = outcome.seeds.map((lengths) =>
    ratioOf(lengths[0].acceptance, lengths[lengths.length - 1].acceptance),
  );
  const [short, long, factor] = [...found, combined(factors)].map(({ value, error }) => formatWithError(value, error));
  const same = found.every(({ value }, k) => Math.abs(value - KNOWN[k]) < TOLERANCE);
  return {
    claim:
      'After one local sweep, the linear model with four shells is accepted nearly twice as often as once its proposals are decorrelated: 42 % of the time instead of 23 %.',
    found: `${short} after one sweep, ${long} after ${outcome.entry.lengths.at(-1)}: ${factor} times as often. From ${settledAt(outcome)} sweeps on it is no more than ${SIGMAS} σ above the last. How far one sweep goes depends on its steps.`,
    verdict: same
      ? 'holds'
      : allAbove([combined(factors)], LEAST_FACTOR) === 'holds'
        ? 'holds in part'
        : 'does not hold',
  };
}

/** The first length from which on no acceptance is above the last by more than the errors explain. */
function settledAt(outcome: Outcome): number {
  const { lengths } = outcome.entry;
  const last = lengths.findLastIndex((_, k) => {
    const { value, error } = change(outcome, 'acceptance', -1, k);
    return value > SIGMAS * error;
  });
  return lengths[last + 1];
}

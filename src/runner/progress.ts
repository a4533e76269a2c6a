/** How far the chains of a run are, from its events. */
import type { Numbers } from '../chain/checkpoint.ts';
import { pooledEstimate } from '../statistics/blocking.ts';
import type { ChainsEvent, NamedEstimate, Notice } from './events.ts';

export interface Progress {
  /** Samples of all chains together. */
  readonly samples: number;
  readonly wanted: number;
  readonly chains: number;
  readonly running: number;
  /** Acceptance of all proposals since the beginning of the chains; undefined before the first one. */
  readonly acceptance: number | undefined;
  /** Estimate from all chains together, as far as they have one. */
  readonly estimate: NamedEstimate | undefined;
  /** Samples since this attempt began. */
  readonly gained: number;
}

interface ChainProgress {
  readonly first: number;
  readonly samples: number;
  readonly running: boolean;
  readonly counters: Numbers;
  readonly estimate: NamedEstimate | undefined;
}

/** Returns a function that takes every event and gives the progress after it. */
export function followProgress(): (event: ChainsEvent | Notice) => Progress {
  const chains = new Map<number, ChainProgress>();
  let plan = { chains: 0, samples: 0 };
  return (event) => {
    if (event.type === 'start') plan = event;
    if ('chain' in event) chains.set(event.chain, updated(chains.get(event.chain), event));
    return summary([...chains.values()], plan);
  };
}

function updated(before: ChainProgress | undefined, event: ChainsEvent & { chain: number }): ChainProgress {
  const samples = 'samples' in event ? event.samples : (before?.samples ?? 0);
  return {
    first: before?.first ?? samples,
    samples,
    running: event.type !== 'done' && event.type !== 'failed',
    counters: 'counters' in event ? event.counters : (before?.counters ?? {}),
    estimate: ('estimate' in event ? event.estimate : undefined) ?? before?.estimate,
  };
}

function summary(known: readonly ChainProgress[], plan: { chains: number; samples: number }): Progress {
  const sum = (value: (chain: ChainProgress) => number) => known.reduce((total, chain) => total + value(chain), 0);
  const proposed = sum(({ counters }) => counters.proposed ?? 0);
  const accepted = sum(({ counters }) => counters.accepted ?? 0);
  return {
    samples: sum(({ samples }) => samples),
    // A chain may have more than this attempt wants.
    wanted: plan.chains * plan.samples + sum(({ samples }) => Math.max(0, samples - plan.samples)),
    chains: plan.chains,
    running: sum(({ running }) => Number(running)),
    acceptance: proposed > 0 ? accepted / proposed : undefined,
    estimate: pooled(known),
    gained: sum(({ samples, first }) => samples - first),
  };
}

function pooled(known: readonly ChainProgress[]): NamedEstimate | undefined {
  const estimates = known.flatMap(({ estimate }) => estimate ?? []);
  const estimate = pooledEstimate(estimates);
  return estimate && { name: estimates[0].name, ...estimate };
}

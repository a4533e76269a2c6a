/** Ladders of small systems whose averages are known at every temperature. */

import { createModel } from '../../../src/exact/create.ts';
import { exactSymmetries } from '../../../src/exact/symmetry/exact-symmetries.ts';
import { philoxStream, type RandomStream } from '../../../src/numeric/philox.ts';
import type { ChainState, Sampler } from '../../../src/sampling/interfaces/sampler.ts';
import { symmetryMoves } from '../../../src/sampling/moves/symmetry-moves.ts';
import type { Replica } from '../../../src/sampling/tempering/exchange.ts';
import { exchangeRound, type PairExchange } from '../../../src/sampling/tempering/ladder.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { weightedMean } from '../../../src/statistics/weighted.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';
import type { Pull } from '../pulls.ts';
import { type System, scaleOf, twoSites } from '../systems.ts';

/** One round of exchanges, and which of them there were. */
export type Round = (
  replicas: readonly Replica[],
  round: number,
  random: RandomStream,
) => readonly PairExchange[] | undefined;

export interface LadderRun {
  readonly seed: number;
  readonly warmUp: number;
  readonly samples: number;
  readonly round?: Round;
  /** Whether averages follow the configuration that began at a temperature, wherever it goes: a mistake. */
  readonly followsLabels?: boolean;
}

/** Runs a ladder from random spins and compares the averages of every temperature with the known ones. */
export function ladderPulls(
  systems: readonly System[],
  samplerOf: (system: System) => Sampler,
  { seed, warmUp, samples, round = exchangeRound, followsLabels = false }: LadderRun,
): Pull[] {
  const random = philoxStream(seed, 1);
  const replicas = systems.map(({ model }, k) => {
    const sampler = samplerOf(systems[k]);
    const spins = namedConfiguration('random', model.parameters.lattice, { seed: seed + k });
    return { model, sampler, state: sampler.start(spins) };
  });
  const recorders = systems.map((system, k) => recorder(system, replicas[k], samples, random));
  const places = systems.map((_, k) => k);
  for (let step = 0; step < warmUp + samples; step++) {
    for (const { sampler, state } of replicas) {
      sampler.step(state, random);
      if (step < warmUp) sampler.adapt?.();
    }
    const exchanges = round(replicas, step, random);
    if (followsLabels && exchanges)
      for (const { lower, accepted } of exchanges) if (accepted) swapPlaces(places, lower);
    if (step >= warmUp)
      for (const [k, { record }] of recorders.entries()) record(step - warmUp, replicas[places[k]].state);
  }
  return recorders.flatMap(({ pulls }) => pulls());
}

/** The places of the configurations by label, after those at `lower` and above it were exchanged. */
function swapPlaces(places: number[], lower: number): void {
  const [first, second] = [places.indexOf(lower), places.indexOf(lower + 1)];
  [places[first], places[second]] = [lower + 1, lower];
}

/** Two sites with classical exchange: ⟨S_1·S_2⟩ by quadrature over the angle between them. */
export function withClassicalExchange(beta: number): System {
  const { parameters } = twoSites(5).model;
  const model = createModel({ ...parameters, temperature: 1 / beta, exchange: [0.25] });
  const nodes = gaussLegendre(60).map(([c, weight]) => {
    const spins = Float64Array.of(0, 0, 1, Math.sqrt(1 - c * c), 0, c);
    return { c, weight, log: model.logWeight(spins) };
  });
  const largest = Math.max(...nodes.map(({ log }) => log));
  const mean = (power: number) =>
    nodes.reduce((sum, { c, weight, log }) => sum + c ** power * weight * Math.exp(log - largest), 0);
  const known = [{ name: 'S_1·S_2', mean: mean(1) / mean(0), error: 0 }];
  const { measure } = twoSites(5);
  return { name: `two sites with exchange, β = ${beta}`, model, known, measure };
}

function recorder(system: System, { model }: Replica, samples: number, random: RandomStream) {
  const { lattice } = model.parameters;
  const moves = symmetryMoves(lattice, exactSymmetries(model.parameters));
  const series = system.known.map(() => new Float64Array(samples));
  const logImportance = new Float64Array(samples);
  const copy = new Float64Array(3 * lattice.siteCount);
  return {
    record(sample: number, state: ChainState) {
      moves.draw(state.spins, random, copy);
      const values = system.measure({ ...state, spins: copy });
      for (const [k, column] of series.entries()) column[sample] = values[k];
      logImportance[sample] = state.logImportance;
    },
    pulls: () =>
      system.known.map((known, k): Pull => {
        const { mean, error } = weightedMean([series[k]], [logImportance]);
        const pull = (mean - known.mean) / Math.sqrt(error * error + known.error * known.error);
        return { name: `${system.name}: ${known.name}`, mean, error, relativeError: error / scaleOf(known), pull };
      }),
  };
}

/** How fast this machine is: from a few models of a study to all of them. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { evaluateAll } from '../../observables/family.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { namedConfiguration } from '../../spins/named.ts';
import { LONGEST, millisecondsOf } from '../timing.ts';

/** What turns counts into seconds. */
export interface Slowness {
  /** Seconds of this machine by nanosecond counted. */
  readonly perCost: number;
  /** Seconds in which the observables of the spins of a sample are computed, by site. */
  readonly perSite: number;
}

/** Most models that are timed, half a second each; the others are taken to be as slow as these in the mean. */
const MOST_TIMED = 5;

/** The slowness of every model. The largest are timed: they take most of the time and memory. */
export function slownessOf(models: readonly SpinFermionModel[]): (model: SpinFermionModel) => Slowness {
  const timed = models.toSorted((a, b) => b.cost - a.cost).slice(0, MOST_TIMED);
  const known = new Map(timed.map((model) => [model, measured(model)]));
  const all = [...known.values()];
  const mean = (of: keyof Slowness) => all.reduce((sum, slowness) => sum + slowness[of], 0) / all.length;
  const others = { perCost: mean('perCost'), perSite: mean('perSite') };
  return (model) => known.get(model) ?? others;
}

function measured(model: SpinFermionModel): Slowness {
  const { parameters, cost } = model;
  const { lattice } = parameters;
  // A log weight that would take too long to be timed counts as it is counted.
  if (cost / 1e6 > LONGEST) return { perCost: 1e-9, perSite: 0 };
  const spins = namedConfiguration('random', lattice, { seed: 0 });
  const logWeight = millisecondsOf(() => model.logWeight(spins));
  const { primary } = observablesFor(parameters);
  const evaluate = evaluateAll(primary);
  const row = new Float64Array(primary.length);
  const measurement = model.measure(spins);
  const observables = millisecondsOf(() => evaluate(spins, measurement, row));
  return { perCost: logWeight / cost / 1e3, perSite: observables / lattice.siteCount / 1e3 };
}

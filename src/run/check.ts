/** What a spec amounts to: the model it resolves to, how it will be computed, and what that costs on this machine. */
import type { Engine, ModelParameters, Route, SpinFermionModel } from '../exact/model.ts';
import { levelTolerance } from '../exact/rounding.ts';
import { type SpinFermionSystem, spinFermionSystem } from '../exact/system.ts';
import { logCoshExpansion } from '../numeric/rational/log-cosh.ts';
import { namedConfiguration } from '../spins/named.ts';
import type { Spec } from './spec/spec.ts';
import { millisecondsOf, millisecondsOfSweep } from './timing.ts';

export interface ShellCheck {
  readonly shell: number;
  /** Length of its bonds on the infinite lattice. */
  readonly distance: number;
  readonly bonds: number;
  readonly hopping: number;
  readonly exchange: number;
}

/** The shape of `check --json`. */
export interface Check {
  readonly spec: Spec;
  readonly sites: number;
  /** Neighbour shells with hopping or exchange. */
  readonly shells: readonly ShellCheck[];
  readonly route: Route;
  readonly reason: string;
  readonly engine: Engine;
  /** Poles of the expansion of log W; 0 where levels are summed one by one. */
  readonly poles: number;
  readonly errorBound: number;
  /** Of one evaluation with random spins; a sweep proposes and accepts one move per site. */
  readonly milliseconds: { readonly logWeight: number; readonly forces: number; readonly localSweep: number };
  /** Peak of the whole process after these. */
  readonly megabytes: number;
}

/** Measures for about a second. */
export function check(spec: Spec, model: SpinFermionModel): Check {
  const { parameters, route, engine, errorBound } = model;
  const system = spinFermionSystem(parameters);
  return {
    spec,
    sites: system.siteCount,
    shells: usedShells(parameters),
    route,
    reason: reasonFor(route, system),
    engine,
    poles: route === 'dense' ? 0 : poleCount(system),
    errorBound,
    milliseconds: timings(model),
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function usedShells({ lattice, hopping, exchange }: ModelParameters): ShellCheck[] {
  const shells = Array.from({ length: Math.max(hopping.length, exchange.length) }, (_, index) => index + 1);
  return shells
    .map((shell) => ({ shell, hopping: hopping[shell - 1] ?? 0, exchange: exchange[shell - 1] ?? 0 }))
    .filter((amplitudes) => amplitudes.hopping !== 0 || amplitudes.exchange !== 0)
    .map((amplitudes) => {
      const bonds = lattice.bonds(amplitudes.shell);
      return { ...amplitudes, distance: Math.hypot(...(bonds[0]?.displacement ?? [])), bonds: bonds.length };
    });
}

function reasonFor(route: Route, { sublattice, hopping, parameters }: SpinFermionSystem): string {
  const { temperature, chemicalPotential } = parameters;
  if (temperature === 0) return 'at T = 0 the levels themselves are needed';
  if (route === 'dense') return 'asked for';
  if (route === 'quaternion') return 'real hopping between two sublattices, and μ = 0: class C';
  if (hopping.imaginary.some((value) => value !== 0)) return 'the twist makes hopping complex';
  if (!sublattice) return 'hopping does not split the sites into two sublattices';
  return chemicalPotential === 0 ? 'asked for' : `μ = ${chemicalPotential} lifts class C`;
}

function poleCount(system: SpinFermionSystem): number {
  return logCoshExpansion(1 / system.parameters.temperature, system.cutoff, levelTolerance(system)).shifts.length;
}

function timings(model: SpinFermionModel): Check['milliseconds'] {
  const spins = namedConfiguration('random', model.parameters.lattice, { seed: 0 });
  const force = new Float64Array(spins.length);
  return {
    logWeight: millisecondsOf(() => model.logWeight(spins)),
    forces: millisecondsOf(() => model.logWeightAndForce(spins, force)),
    localSweep: millisecondsOfSweep(model.localUpdater(spins)),
  };
}

/** What a spec amounts to: the model it resolves to, how it will be computed, and what that costs on this machine. */
import { requireSamplable, servesEvaluateOnly } from '../chain/samplable.ts';
import type { ModelParameters, Route, SpinFermionModel } from '../exact/model.ts';
import { levelTolerance } from '../exact/rounding.ts';
import { describeSymmetries, type SymmetryDescription } from '../exact/symmetry/description.ts';
import { exactSymmetries } from '../exact/symmetry/exact-symmetries.ts';
import { type SpinFermionSystem, spinFermionSystem } from '../exact/system.ts';
import { type UnitCell, unitCell } from '../lattice/unit-cell.ts';
import { logCoshExpansion } from '../numeric/rational/log-cosh.ts';
import { copyOfStart } from '../run/conductor/start-file.ts';
import type { Spec } from '../spec/spec.ts';
import type { Engine } from '../wasm/engine.ts';
import { checkFilling, type FillingCheck } from './check-filling.ts';
import { routeReason } from './route-reason.ts';
import { type Timings, timings } from './timing.ts';

interface ShellCheck {
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
  /** Whether the spec serves `evaluate` alone: true at T = 0, where there is no weight to sample. */
  readonly evaluateOnly: boolean;
  /** What becomes of the filling, where the spec gives one and not μ. */
  readonly filling: FillingCheck | undefined;
  readonly cell: UnitCell;
  /** Neighbour shells with hopping or exchange. */
  readonly shells: readonly ShellCheck[];
  /** What leaves the weight exactly as it is. */
  readonly symmetries: SymmetryDescription;
  readonly route: Route;
  readonly reason: string;
  readonly engine: Engine;
  /** Poles of the expansion of log W; 0 where levels are summed one by one. */
  readonly poles: number;
  readonly errorBound: number;
  readonly milliseconds: Timings;
  /** Peak of the whole process after these. */
  readonly megabytes: number;
}

/** Measures for about a second; what takes longer is estimated. Throws InputError for what `run` would refuse, unless it serves `evaluate`. */
export function check(spec: Spec, model: SpinFermionModel): Check {
  if (!servesEvaluateOnly(spec)) {
    requireSamplable(spec);
    copyOfStart(spec);
  }
  const { parameters, route, engine, errorBound } = model;
  const system = spinFermionSystem(parameters);
  return {
    spec,
    sites: system.siteCount,
    evaluateOnly: servesEvaluateOnly(spec),
    filling: checkFilling(spec, model),
    cell: unitCell(parameters.lattice),
    shells: usedShells(parameters),
    symmetries: describeSymmetries(exactSymmetries(parameters)),
    route,
    reason: routeReason(route, system, spec.model.filling),
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

function poleCount(system: SpinFermionSystem): number {
  return logCoshExpansion(1 / system.parameters.temperature, system.cutoff, levelTolerance(system)).shifts.length;
}

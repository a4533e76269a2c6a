/** The fast routes: log W, forces, averages and local updates from sparse factorisations at the poles. */
import type { Engine } from '../wasm/engine.ts';
import { createPatchFactors, createPoleFactors } from './factor/engines.ts';
import { latestDeterminants } from './factor/latest-determinants.ts';
import type { PatchFactors } from './factor/patch-factors.ts';
import type { Arithmetic, PoleProblem } from './factor/problem.ts';
import { type PatchPlan, planPatches } from './local/patches.ts';
import { createLocalUpdater } from './local/updater.ts';
import { type Averages, createMeasurement, type Measure } from './measurement.ts';
import { measurementErrors } from './measurement-errors.ts';
import type { SpinFermionModel } from './model.ts';
import { independentSet, sublatticeMask } from './pattern/independent-set.ts';
import { createPattern } from './pattern/pattern.ts';
import { expansionOf, poleErrorBound } from './pole-expansion.ts';
import { poleSum } from './pole-sum.ts';
import type { SpinFermionSystem } from './system.ts';

export function poleModel(
  system: SpinFermionSystem,
  arithmetic: Arithmetic,
  engine: Engine,
  averages: Averages,
): SpinFermionModel {
  const { parameters, halfCouplings, levels, classical, siteCount } = system;
  const { temperature } = parameters;
  const expansion = expansionOf(system);
  const problem: PoleProblem = {
    arithmetic,
    halfCouplings,
    levels,
    shifts: expansion.shifts,
    weights: expansion.residues,
  };
  const pattern = createPattern(system.hopping, eliminated(system, arithmetic));
  const factors = createPoleFactors(engine, pattern, problem);
  const determinants = latestDeterminants(factors, siteCount, expansion.shifts.length);
  const poles = poleSum(system, expansion);
  const blockCost = arithmetic === 'quaternion' ? { product: 2, site: 20 } : { product: 5, site: 40 };
  const logWeight = (spins: Float64Array, logDeterminants: Float64Array) =>
    poles.logWeight(logDeterminants) - classical.energy(spins) / temperature;
  let plan: PatchPlan | undefined;
  let measure: Measure | undefined;
  const model: SpinFermionModel = {
    parameters,
    engine,
    spectrum: averages.spectrum,
    route: arithmetic,
    shifts: expansion.shifts,
    errorBound: poleErrorBound(system),
    get measurementErrors() {
      return measurementErrors(system, averages.tolerance);
    },
    cost: expansion.shifts.length * (blockCost.product * pattern.operations + blockCost.site * siteCount),
    logWeight: (spins) => logWeight(spins, determinants.of(spins)),
    logDeterminants: determinants.recall,
    logWeightAndForce(spins, force) {
      const { logDeterminants, vectors } = factors.resolvents(spins);
      // ∂/∂S_i of 2 Σ r_j log|det| is 2h Σ r_j Re tr[iσ G_ii]; of c1 tr K², 4h² c1 S_i, a purely radial term.
      for (let c = 0; c < force.length; c++) {
        const h = halfCouplings[Math.floor(c / 3)];
        force[c] = temperature * (2 * h * vectors[c] + 4 * h * h * expansion.slope * spins[c]);
      }
      classical.addForce(spins, force);
      return logWeight(spins, logDeterminants);
    },
    measure(spins, known) {
      measure ??= createMeasurement(system, pattern, problem, engine, averages);
      return measure(spins, known ?? model.logWeight(spins));
    },
    localUpdater(spins) {
      plan ??= planPatches(system, arithmetic, pattern.operations);
      const { pattern: patternOf } = plan;
      // Patterns are shared, kernels are not: each updater owns its resolvents.
      const own: PatchFactors[] = [];
      const factorsOf = (footprint: number) => {
        own[footprint] ??= createPatchFactors(engine, patternOf(footprint), problem);
        return own[footprint];
      };
      return createLocalUpdater(system, poles, plan, factorsOf, spins);
    },
  };
  return model;
}

function eliminated({ sublattice, hopping }: SpinFermionSystem, arithmetic: Arithmetic): boolean[] {
  return arithmetic === 'quaternion' && sublattice ? sublatticeMask(sublattice) : independentSet(hopping);
}

/** The oracle route: full diagonalisation for everything. Slow, exact to rounding, and on small lattices the route at T = 0. */
import { InputError } from '../errors.ts';
import { spinSites } from '../lattice/disorder/occupation.ts';
import { levelAverages } from './averages.ts';
import { eigenSystem, eigenvalues } from './dense/eigensystem.ts';
import { denseHamiltonian } from './dense/hamiltonian.ts';
import { fermionForces } from './dense/oracle.ts';
import { denseMeasurementErrors } from './measurement-errors.ts';
import type { LocalUpdater, SpinFermionModel } from './model.ts';
import { denseRoundingBound } from './rounding.ts';
import type { SpinFermionSystem } from './system.ts';

/** Nanoseconds of a full diagonalisation with vectors, over (2N)³. */
const COST = 8;

export function denseModel(system: SpinFermionSystem): SpinFermionModel {
  const { parameters, hopping, classical, couplings } = system;
  const hamiltonian = (spins: Float64Array) => denseHamiltonian(hopping, couplings, spins);
  const average = (levels: Float64Array, spins: Float64Array) =>
    levelAverages(levels, classical.energy(spins), parameters);
  const model: SpinFermionModel = {
    parameters,
    route: 'dense',
    engine: 'typescript',
    errorBound: denseRoundingBound(system),
    measurementErrors: denseMeasurementErrors(system),
    cost: COST * cube(2 * system.siteCount),
    shifts: new Float64Array(),
    spectrum: (spins) => eigenvalues(hamiltonian(spins)),
    measure: (spins) => average(model.spectrum(spins), spins),
    logWeight: (spins) => model.measure(spins).logWeight,
    logDeterminants: () => new Float64Array(),
    logWeightAndForce(spins, force) {
      const system = eigenSystem(hamiltonian(spins));
      force.set(fermionForces(system, couplings, parameters));
      classical.addForce(spins, force);
      return average(system.levels, spins).logWeight;
    },
    localUpdater: (spins) => freshUpdater(model, spins),
  };
  return model;
}

/** A local updater without any update of matrices: every proposal is one new diagonalisation. */
function freshUpdater(model: SpinFermionModel, initial: Float64Array): LocalUpdater {
  const spins = initial.slice();
  const proposed = initial.slice();
  const patches = [spinSites(model.parameters.lattice)];
  let logWeight = model.logWeight(spins);
  let proposedLogWeight = Number.NaN;
  return {
    patches,
    spins,
    get logWeight() {
      return logWeight;
    },
    propose(site, x, y, z) {
      if (!patches[0].includes(site))
        throw new InputError(
          `site: expected a number from 0 to ${spins.length / 3 - 1} of a site with a spin, found ${site}`,
        );
      proposed.set(spins);
      proposed.set([x, y, z], 3 * site);
      proposedLogWeight = model.logWeight(proposed);
      return proposedLogWeight - logWeight;
    },
    accept() {
      if (Number.isNaN(proposedLogWeight)) throw new Error('accept() without a proposal since the last one');
      spins.set(proposed);
      logWeight = proposedLogWeight;
      proposedLogWeight = Number.NaN;
    },
    refresh() {
      const accumulated = logWeight;
      logWeight = model.logWeight(spins);
      return Math.abs(accumulated - logWeight);
    },
    moveTo(other) {
      spins.set(other);
      logWeight = model.logWeight(spins);
      proposedLogWeight = Number.NaN;
    },
  };
}

const cube = (n: number): number => n * n * n;

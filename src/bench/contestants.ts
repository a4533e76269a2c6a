/** What is timed: every task of the engine on one lattice, each as a function without arguments. */
import { createModel } from '../exact/create.ts';
import type { Engine, Route, SpinFermionModel } from '../exact/model.ts';
import { createLattice } from '../lattice/create.ts';
import { randomDirection } from '../numeric/directions.ts';
import { log } from '../numeric/elementary.ts';
import { philoxStream } from '../numeric/philox.ts';
import { namedConfiguration } from '../spins/named.ts';

export type Task = 'log-weight' | 'forces' | 'local-sweep' | 'spectrum';
export const TASKS: readonly Task[] = ['log-weight', 'forces', 'local-sweep', 'spectrum'];

export interface Contestant {
  readonly name: Task;
  readonly route: Route;
  readonly engine: Engine;
  readonly run: () => void;
}

/** The model of every measurement: square lattice, t = J = 1, β = 20, μ = 0, default tolerance. */
export const MODEL = {
  ...{ hopping: [1], coupling: 1, chemicalPotential: 0, temperature: 0.05, exchange: [], tolerance: 1e-8 },
  field: [0, 0, 0] as const,
};

/** Length of the isotropic step added before a spin is normalised: about nine of ten moves are accepted. */
const STEP = 0.4;

export function benchLattice(length: number) {
  const lattice = createLattice({ kind: 'square', size: [length, length] });
  return { lattice, spins: namedConfiguration('random', lattice, { seed: length }) };
}

export function benchModel(length: number, route: Route, engine: Engine): SpinFermionModel {
  return createModel({ ...MODEL, lattice: benchLattice(length).lattice }, { route, engine });
}

export function contestants(length: number, route: Route, engine: Engine): Contestant[] {
  const { spins } = benchLattice(length);
  const model = benchModel(length, route, engine);
  const force = new Float64Array(spins.length);
  const run: Record<Task, () => void> = {
    'log-weight': () => model.logWeight(spins),
    forces: () => model.logWeightAndForce(spins, force),
    'local-sweep': localSweep(model, spins),
    spectrum: () => model.spectrum(spins),
  };
  return TASKS.map((name) => ({ name, route, engine, run: run[name] }));
}

/** One Metropolis proposal for every site, patch by patch: spin plus an isotropic step of fixed length, normalised, which is symmetric. */
function localSweep(model: SpinFermionModel, spins: Float64Array): () => void {
  const updater = model.localUpdater(spins);
  const random = philoxStream(1, 0);
  const step = new Float64Array(3);
  return () => {
    for (const patch of updater.patches) {
      for (const site of patch) {
        randomDirection(random, step, 0);
        const x = updater.spins[3 * site] + STEP * step[0];
        const y = updater.spins[3 * site + 1] + STEP * step[1];
        const z = updater.spins[3 * site + 2] + STEP * step[2];
        const scale = 1 / Math.sqrt(x * x + y * y + z * z);
        const change = updater.propose(site, scale * x, scale * y, scale * z);
        if (change >= 0 || log(random.nextUniform()) < change) updater.accept();
      }
    }
  };
}

/** What is timed: every task of the engine on one lattice, each as a function without arguments. */
import type { Route, SpinFermionModel } from '../../exact/model.ts';
import { randomDirection } from '../../numeric/directions.ts';
import { log } from '../../numeric/elementary.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { namedConfiguration } from '../../spins/named.ts';
import type { Engine } from '../../wasm/engine.ts';
import { benchLattice, benchModel } from '../model.ts';

type Task = 'log-weight' | 'forces' | 'local-sweep' | 'spectrum';
const TASKS: readonly Task[] = ['log-weight', 'forces', 'local-sweep', 'spectrum'];

export interface Candidate {
  readonly name: Task;
  readonly route: Route;
  readonly engine: Engine;
  readonly run: () => void;
}

/** Length of the isotropic step added before a spin is normalised: about nine of ten moves are accepted. */
const STEP = 0.4;

export function benchSpins(length: number): Float64Array {
  return namedConfiguration('random', benchLattice(length), { seed: length });
}

export function engineCandidates(length: number, route: Route, engine: Engine): Candidate[] {
  const spins = benchSpins(length);
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

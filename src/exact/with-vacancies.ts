/** A model of a lattice with vacancies, from one that knows the other sites alone. */
import { gathered } from '../lattice/disorder/compact.ts';
import type { LocalUpdater, ModelParameters, SpinFermionModel } from './model.ts';

/** The sites of the model within, and the array of all. */
interface Embedding {
  /** The vectors of the sites that are there. */
  gather(vectors: Float64Array): Float64Array;
  /** Writes them to their places, and 0 to the others. */
  scatter(vectors: Float64Array, all: Float64Array): void;
}

/** The model on all N sites. `sites`: the numbers of those of `model`; its `parameters` are replaced by `parameters`, of the lattice with vacancies. */
export function withVacancies(
  model: SpinFermionModel,
  parameters: ModelParameters,
  sites: Int32Array,
): SpinFermionModel {
  const { gather, scatter } = embeddingOf(sites);
  const force = new Float64Array(3 * sites.length);
  const embedded: Partial<SpinFermionModel> = {
    parameters,
    logWeight: (spins) => model.logWeight(gather(spins)),
    logDeterminants: (spins) => model.logDeterminants(gather(spins)),
    logWeightAndForce(spins, all) {
      const logWeight = model.logWeightAndForce(gather(spins), force);
      scatter(force, all);
      return logWeight;
    },
    measure: (spins, logWeight) => model.measure(gather(spins), logWeight),
    spectrum: (spins) => model.spectrum(gather(spins)),
    localUpdater: (spins) => updaterOnAll(model.localUpdater(gather(spins)), spins, sites, gather),
  };
  return Object.defineProperties(embedded, {
    ...Object.getOwnPropertyDescriptors(model),
    ...Object.getOwnPropertyDescriptors(embedded),
  }) as SpinFermionModel;
}

function embeddingOf(sites: Int32Array): Embedding {
  return {
    gather: (vectors) => gathered(vectors, sites, 3),
    scatter(vectors, all) {
      all.fill(0);
      sites.forEach((site, k) => {
        for (let c = 0; c < 3; c++) all[3 * site + c] = vectors[3 * k + c];
      });
    },
  };
}

function updaterOnAll(
  updater: LocalUpdater,
  initial: Float64Array,
  sites: Int32Array,
  gather: Embedding['gather'],
): LocalUpdater {
  const spins = initial.slice();
  const numbers = new Map(Array.from(sites, (site, k) => [site, k]));
  let proposed = -1;
  return {
    patches: updater.patches.map((patch) => patch.map((k) => sites[k])),
    spins,
    get logWeight() {
      return updater.logWeight;
    },
    propose(site, x, y, z) {
      proposed = site;
      return updater.propose(numbers.get(site) ?? -1, x, y, z);
    },
    accept() {
      updater.accept();
      const k = numbers.get(proposed) as number;
      for (let c = 0; c < 3; c++) spins[3 * proposed + c] = updater.spins[3 * k + c];
    },
    refresh: () => updater.refresh(),
    moveTo(other) {
      spins.set(other);
      updater.moveTo(gather(other));
    },
  };
}

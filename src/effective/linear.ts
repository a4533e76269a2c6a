/** The linear model, E = E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j: a Heisenberg model with couplings learned by shell. */
import type { Lattice } from '../lattice/lattice.ts';
import type { Engine } from '../wasm/engine.ts';
import { attentionModel } from './attention/attention-model.ts';
import { createAttention } from './attention/engines.ts';
import { type AttentionKernels, energyCost, networkCost } from './attention/network.ts';
import { parameterNames } from './attention/parameters.ts';
import { wavesInsteadOf } from './attention/waves.ts';
import { EFFECTIVE_DEFAULTS } from './defaults.ts';
import type { EffectiveChoice, EffectiveModel } from './model.ts';
import { chosenShells, neighbourRows, type Rows } from './shells.ts';

export interface LinearModel extends EffectiveModel {
  /** Row i n_s + s − 1: the neighbours of site i in the s-th shell, itself left out. */
  readonly others: Rows;
  /** Writes h_i = −∂E/∂S_i, of the others alone, to out[0 … 2]: a bond from a site to itself adds a constant to E. */
  field(spins: Float64Array, site: number, out: Float64Array): void;
}

/** The linear model of a choice; every minimal-image shell where it says nothing. Parameters: n_s + 1, zero at first. Throws InputError for shells that are not there. */
export function linearModel(lattice: Lattice, choice: EffectiveChoice, engine: Engine): LinearModel {
  const shells = chosenShells(lattice, choice.shells ?? EFFECTIVE_DEFAULTS.shells);
  const count = shells.length;
  const shape = {
    siteCount: lattice.siteCount,
    shellCount: count,
    smearedCount: count,
    blockCount: 0,
    crossReadout: false,
  };
  const neighbours = neighbourRows(lattice, shells);
  const waves = wavesInsteadOf(neighbours, lattice);
  const network = { ...shape, neighbours, ...(waves && { waves }), scale: 1 };
  const kernels = createAttention(engine, network);
  const description = {
    lattice,
    parameterNames: parameterNames(shape, shells),
    cost: networkCost(network),
    energyCost: energyCost(network),
    choice: { kind: 'linear', shells } as const,
  };
  const others = withoutSelf(neighbours, shells.length);
  return {
    ...attentionModel(description, kernels),
    others,
    termForces: (spins, energies, forces) => termForces(kernels, spins, energies, forces),
    field: (spins, site, out) => localField(others, kernels.parameters, spins, site, out),
  };
}

/** φ_s = ∂E/∂J_s = −Σ_⟨ij⟩s S_i·S_j and its force, a shell sum; those of the constant are 1 and 0. */
function termForces(
  kernels: AttentionKernels,
  spins: Float64Array,
  energies: Float64Array,
  forces: readonly Float64Array[],
): void {
  kernels.spins.set(spins);
  kernels.energyAndGradient();
  energies.set(kernels.gradient);
  forces[0].fill(0);
  for (let s = 1; s < forces.length; s++) kernels.shellSum(s, forces[s]);
}

function withoutSelf({ start, entry }: Rows, shellCount: number): Rows {
  const kept = new Int32Array(entry.length);
  const ends = new Int32Array(start.length);
  let count = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    const self = Math.floor(row / shellCount);
    for (let e = start[row]; e < start[row + 1]; e++) if (entry[e] !== self) kept[count++] = entry[e];
    ends[row + 1] = count;
  }
  return { start: ends, entry: kept.slice(0, count) };
}

/** h_i = Σ_s J_s Σ_{δ∈s} S_{i+δ}, without the site itself. */
function localField(
  { start, entry }: Rows,
  parameters: Float64Array,
  spins: Float64Array,
  site: number,
  out: Float64Array,
): void {
  const shellCount = parameters.length - 1;
  out.fill(0, 0, 3);
  for (let s = 1; s <= shellCount; s++) {
    const row = site * shellCount + s - 1;
    let [x, y, z] = [0, 0, 0];
    for (let e = start[row]; e < start[row + 1]; e++) {
      x += spins[3 * entry[e]];
      y += spins[3 * entry[e] + 1];
      z += spins[3 * entry[e] + 2];
    }
    out[0] += parameters[s] * x;
    out[1] += parameters[s] * y;
    out[2] += parameters[s] * z;
  }
}

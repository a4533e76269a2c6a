/** The rivals: exact hybrid Monte Carlo and exact local Metropolis on LAPACK. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { bipartition } from '../../lattice/bipartition.ts';
import { type Python, startPython } from '../python.ts';
import type { Stretch } from './candidate.ts';
import { LAPACK_SAMPLERS } from './lapack-program.ts';
import type { Trajectories } from './trajectories.ts';

export interface LapackSamplers {
  readonly description: string;
  /** Starts a chain under a name; throws unless log W and its gradient are ours. */
  start(name: string, exact: SpinFermionModel, spins: Float64Array): Promise<void>;
  trajectories(name: string, trajectories: Trajectories, seconds: number): Promise<Stretch>;
  /** One step is a sweep of N proposals. */
  sweeps(name: string, amplitude: number, seconds: number): Promise<Stretch>;
  close(): void;
}

/** The rivals; undefined where Debian's python3-numpy is missing. */
export async function startLapackSamplers(
  exact: SpinFermionModel,
  spins: Float64Array,
): Promise<LapackSamplers | undefined> {
  const python = await startPython(LAPACK_SAMPLERS, chainQuestion('sample', exact, spins));
  if (!python) return undefined;
  const stretch = async (question: object) => (await python.ask(question)) as unknown as Stretch;
  return {
    description: `NumPy ${python.version} on OpenBLAS, one thread, ${python.kernels}`,
    start: (name, model, configuration) => start(python, name, model, configuration),
    trajectories: (name, trajectories, seconds) => stretch({ task: 'hmc', name, ...trajectories, seconds }),
    sweeps: (name, amplitude, seconds) => stretch({ task: 'local', name, amplitude, seconds }),
    close: python.close,
  };
}

function chainQuestion(name: string, { parameters }: SpinFermionModel, spins: Float64Array): object {
  const { lattice, hopping, coupling, temperature } = parameters;
  const bonds = lattice.bonds(1);
  const signs = bipartition(
    lattice.siteCount,
    bonds.map(({ from, to }) => [from, to]),
  ) as Int8Array;
  return {
    task: 'start',
    name,
    seed: 2023,
    siteCount: lattice.siteCount,
    coupling,
    temperature,
    signs: Array.from(signs),
    spins: Array.from(spins),
    hopping: bonds.flatMap(({ from, to }) => [
      [from, to, hopping[0]],
      [to, from, hopping[0]],
    ]),
  };
}

async function start(python: Python, name: string, exact: SpinFermionModel, spins: Float64Array): Promise<void> {
  const { logWeight, gradient } = await python.ask(chainQuestion(name, exact, spins));
  const ours = new Float64Array(spins.length);
  // The force is −∂F/∂S = T ∂ log W/∂S.
  const difference = Math.abs(exact.logWeightAndForce(spins, ours) - (logWeight as number));
  const worst = (gradient as number[]).reduce(
    (largest, value, c) => Math.max(largest, Math.abs(value - ours[c] / exact.parameters.temperature)),
    difference,
  );
  if (!(worst < 1e-6)) throw new Error(`LAPACK's log W or its gradient differs from ours by ${worst}`);
}

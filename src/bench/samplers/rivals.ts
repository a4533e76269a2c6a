/** The rivals on LAPACK as candidates on one lattice. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Candidate } from './candidate.ts';
import type { LapackSamplers } from './lapack-samplers.ts';
import { amplitudeWords, type Start } from './ours.ts';
import type { Schedule } from './schedule.ts';
import { TRAJECTORIES, TRAJECTORY_WORDS } from './trajectories.ts';

const ENGINE = { route: 'dense', engine: 'lapack' } as const;

/** Hybrid Monte Carlo everywhere, with our τ but where the schedule has time for a real chain; there local Metropolis as well. */
export async function lapackCandidates(
  lapack: LapackSamplers,
  exact: SpinFermionModel,
  { spins, amplitude }: Start,
  { lapack: seconds }: Schedule,
): Promise<Candidate[]> {
  await lapack.start('hmc', exact, spins);
  const hmc: Candidate = {
    ...ENGINE,
    name: 'hmc',
    seconds: seconds.hmc,
    settings: TRAJECTORY_WORDS,
    advance: (time) => lapack.trajectories('hmc', TRAJECTORIES, time),
  };
  if (seconds.local === undefined || amplitude === undefined) return [{ ...hmc, tauOf: 'hmc wasm' }];
  await lapack.start('local', exact, spins);
  const local: Candidate = {
    ...ENGINE,
    name: 'local-metropolis',
    seconds: seconds.local,
    settings: amplitudeWords(amplitude),
    advance: (time) => lapack.sweeps('local', amplitude, time),
  };
  return [hmc, local];
}

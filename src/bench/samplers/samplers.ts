/**
 * Effective samples of m_s², the staggered magnetisation squared, which is what a sampler is for. Self-learning beside what a user would take
 * instead, exact hybrid Monte Carlo and local Metropolis, ours and on LAPACK.
 */
import type { InnerPlan } from '../../sampling/inner/inner-chain.ts';
import { namedConfiguration } from '../../spins/named.ts';
import { benchModel } from '../model.ts';
import { type Conditions, LAPACK_MISSING, type PartReport, type PartResult } from '../result.ts';
import { compare } from './compare.ts';
import { type LapackSamplers, startLapackSamplers } from './lapack-samplers.ts';
import { ourCandidates } from './ours.ts';
import { lapackCandidates } from './rivals.ts';
import { SCHEDULES, type Schedule } from './schedule.ts';

/** Times whole samplers. `plan`: the inner chain of self-learning; the one that training finds best where left out. */
export async function benchSamplers({ rounds, progress }: Conditions, plan?: InnerPlan): Promise<PartReport> {
  const sample = benchModel(8);
  const lapack = await startLapackSamplers(sample, namedConfiguration('random', sample.parameters.lattice));
  const results: PartResult[] = [];
  for (const schedule of SCHEDULES) {
    results.push(...(await benchSize(schedule, rounds, lapack, plan)));
    progress(`${schedule.length}×${schedule.length}`);
  }
  lapack?.close();
  return { rivals: { 'LAPACK samplers': lapack?.description ?? LAPACK_MISSING }, results };
}

async function benchSize(
  schedule: Schedule,
  rounds: number,
  lapack: LapackSamplers | undefined,
  plan: InnerPlan | undefined,
): Promise<PartResult[]> {
  const size = [schedule.length, schedule.length] as const;
  const exact = benchModel(schedule.length);
  const { candidates, training, start } = ourCandidates(exact, plan, schedule);
  const rivals = lapack ? await lapackCandidates(lapack, exact, start, schedule) : [];
  const results = await compare(size, [...candidates, ...rivals], rounds);
  const kind = { name: 'training', route: 'quaternion', engine: 'wasm' } as const;
  return [{ ...kind, size, milliseconds: training, ratios: {} }, ...results];
}

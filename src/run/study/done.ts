/** Which points of a study are done, known without opening their chains. */
import { createHash } from 'node:crypto';
import { storedSamples } from '../../chain/job.ts';
import type { Spec } from '../../spec/spec.ts';
import type { StudyPoint } from '../../spec/study.ts';
import { fingerprintOf } from '../../store/fingerprint.ts';
import { identityOf } from '../../store/identity.ts';
import { pointDirectory } from '../../store/study.ts';
import { VERSION } from '../../store/version.ts';
import { toSections } from '../conductor/stored-spec.ts';
import { type PointOutcome, readOutcome } from './outcome-file.ts';

/** What is kept of a point that has its samples. `wanted`: as the run was made, or extended to; it may be more. */
export function finishedOutcome(
  run: string,
  spec: Spec,
  { samples, chains }: { readonly samples: number; readonly chains: number },
  wanted: number,
): PointOutcome {
  return { outcome: 'finished', samples, chains, wanted, spec: specFingerprint(spec), files: fingerprintOf(run) };
}

/** Whether a point is known to have all that an attempt wants. `samples`: of every chain, where the study is extended. */
export function isKnownDone(directory: string, { name, spec }: StudyPoint, samples: number | undefined): boolean {
  const known = readOutcome(pointDirectory(directory, name));
  if (known?.outcome !== 'finished' || known.spec !== specFingerprint(spec)) return false;
  if (samples === undefined) return known.samples >= storedSamples(spec);
  return known.samples >= Math.max(spec.sampling.warmUp + samples, known.wanted);
}

const specFingerprint = (spec: Spec): string =>
  createHash('sha256')
    .update(`${VERSION}\n${identityOf(toSections(spec), undefined)}`)
    .digest('hex');

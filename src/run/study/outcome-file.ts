/** What the last attempt of a study at a point came to: RUN/outcome.json, from which a thousand points are known to be done without opening their chains. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from '../../store/files.ts';
import { fingerprintOf } from '../../store/fingerprint.ts';
import { writing } from '../../store/trouble.ts';

/** How an attempt at a point ended that was not interrupted. */
export type PointOutcome =
  | {
      readonly outcome: 'finished';
      readonly chains: number;
      /** Samples of every chain, those of the warm-up included. */
      readonly samples: number;
      /** Those that the run was made for, or extended to. */
      readonly wanted: number;
      /** Fingerprint of the spec. */
      readonly spec: string;
      /** Fingerprint of the files of the run as they were then; left out where there is none. */
      readonly files?: string | undefined;
    }
  | { readonly outcome: 'failed'; readonly message: string };

const fileOf = (run: string): string => join(run, 'outcome.json');

export function writeOutcome(run: string, outcome: PointOutcome): void {
  writeFile(fileOf(run), `${JSON.stringify(outcome, undefined, 1)}\n`);
}

/** A point that goes on is neither finished nor failed. Throws InputError or StorageError where the run may not be written to. */
export const removeOutcome = (run: string): void => writing(fileOf(run), () => rmSync(fileOf(run), { force: true }));

/** The outcome of a point; undefined where it is not known, or where files of the run have changed since: then its chains say how far they are. */
export function readOutcome(run: string): PointOutcome | undefined {
  const outcome = stored(run);
  if (outcome?.outcome !== 'finished') return outcome;
  const files = fingerprintOf(run);
  return files !== undefined && outcome.files === files ? outcome : undefined;
}

/** Why the last attempt at a point failed; undefined where it did not. */
export function failureOf(run: string): string | undefined {
  const outcome = stored(run);
  return outcome?.outcome === 'failed' ? outcome.message : undefined;
}

function stored(run: string): PointOutcome | undefined {
  const file = fileOf(run);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
}

/** Only what is known saves time: a damaged file is as good as none. */
function parse(text: string): PointOutcome | undefined {
  try {
    const outcome = JSON.parse(text) as PointOutcome | null;
    return outcome?.outcome === 'finished' || outcome?.outcome === 'failed' ? outcome : undefined;
  } catch {
    return undefined;
  }
}

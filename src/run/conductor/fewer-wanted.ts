/** What is said when a spec asks for fewer samples than the run it finds was made for. */
import { lastCheckpoint, type Run } from '../../store/store.ts';
import { specOf } from './stored-spec.ts';

/** Lines that say what is there and how to go on; nothing where the spec asks for as many as the run, or more. `samples`: per chain, as the spec asks. */
export function fewerWanted(run: Run, samples: number): string {
  const wanted = specOf(run).sampling.samples;
  if (samples >= wanted) return '';
  const there = measuredSamples(run);
  const consequence = samples > Math.min(...there) ? `chains go on to ${samples}` : 'nothing is thrown away';
  const lines = [
    `the run was made for ${wanted} samples per chain and holds ${range(there)}, the spec asks for ${samples}: ${consequence}`,
  ];
  if (Math.min(...there) < wanted)
    lines.push(`spinformer extend ${run.directory} --samples ${wanted} goes on to all of them`);
  return lines.map((line) => `${line}\n`).join('');
}

/** Samples per chain that an attempt for so many ends with: chains have what they have. */
export const endOfAttempt = (run: Run, samples: number): number => Math.max(samples, Math.min(...measuredSamples(run)));

/** The samples of every chain, the warm-up left out. */
function measuredSamples(run: Run): number[] {
  const { chains, warmUp } = specOf(run).sampling;
  return Array.from({ length: chains }, (_, index) =>
    Math.max(0, (lastCheckpoint(run, index + 1)?.samples ?? 0) - warmUp),
  );
}

function range(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? `${least}` : `${least} to ${most}`;
}

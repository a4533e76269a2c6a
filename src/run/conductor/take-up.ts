/** A chain that was begun elsewhere, as in a page, becomes the first chain of a run. */
import { withChoice } from '../../chain/auto/auto.ts';
import { type OfSample, parseChainFile, type StoredChain } from '../../chain/chain-file.ts';
import { chainSeed } from '../../chain/chain-seed.ts';
import type { Job } from '../../chain/job.ts';
import { requirePrepared, type TrainingOutcome } from '../../chain/prepare-spec.ts';
import { createProgram } from '../../chain/spec-chain.ts';
import { InputError } from '../../errors.ts';
import { atChemicalPotential } from '../../spec/at-chemical-potential.ts';
import { parseSpec, type Spec } from '../../spec/spec.ts';
import { lastCheckpoint, newSegment, type Run } from '../../store/store.ts';
import { VERSION } from '../../store/version.ts';
import { hasFilling, writeFilling } from '../filling/filling-file.ts';
import { startRun } from './conductor.ts';
import { keepTraining, preparedJob } from './prepare.ts';

/** The number of the chain that a file holds. */
const CHAIN = 1;

/** A run that has been begun, and its spec. */
export interface TakenUp {
  readonly run: Run;
  readonly spec: Spec;
}

/**
 * Makes the run of the spec in a file, with the models that were learned and all samples of its first chain, bit-identical with a run that has come as far by itself;
 * or finds the same run in the directory. Throws InputError for a file that is damaged, of another version or inconsistent, before anything is written.
 *
 * `text`: the contents of the file, whose name is `file`.
 */
export function takeUp(directory: string, text: string, file: string): TakenUp {
  const chain = parseChainFile(text, file);
  if (chain.madeBy !== VERSION)
    throw new InputError(
      `${file}: this chain was made by spinformer ${chain.madeBy}, this is ${VERSION}: go on with ${chain.madeBy}`,
    );
  const spec = parseSpec(chain.spec, file);
  requireConsistent(chain, spec, file);
  const run = startRun(directory, chain.spec, spec);
  keepFound(run, chain);
  if ((lastCheckpoint(run, CHAIN)?.samples ?? 0) < chain.checkpoint.samples) writeSamples(run, chain);
  return { run, spec };
}

/** Throws InputError unless the state and the samples are those of a chain of this spec. */
function requireConsistent(chain: StoredChain, spec: Spec, file: string): void {
  try {
    const { checkpoint, names, rows, configurations, levels } = chain;
    const program = createProgram(requirePrepared(jobOf(chain, spec)));
    program.resume(chainSeed(spec), CHAIN, checkpoint);
    const { length } = program.start(chainSeed(spec), CHAIN).checkpoint().spins;
    const isFitting =
      !spec.tempering &&
      names.join('\n') === program.names.join('\n') &&
      rows.length === names.length * checkpoint.samples &&
      [checkpoint.spins, ...configurations.map(({ values }) => values)].every((spins) => spins.length === length) &&
      [...configurations, ...levels].every(({ sample }) => sample < checkpoint.samples);
    if (!isFitting) throw new InputError('expected the samples of a chain of its spec, found others');
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function jobOf({ learned, flow, choice, filling }: StoredChain, spec: Spec): Job {
  const chosen = choice ? withChoice(spec, choice) : spec;
  return {
    spec: filling ? atChemicalPotential(chosen, filling.chemicalPotential) : chosen,
    learned,
    flow,
    choice,
    filling,
  };
}

/** What a run finds before its chains, unless this one has found it already. */
function keepFound(run: Run, { filling, learned, flow, choice }: StoredChain): void {
  if (filling && !hasFilling(run)) writeFilling(run, filling);
  const outcome: TrainingOutcome = { models: learned, flow, ...(choice && { choice }) };
  if (!preparedJob(run)) keepTraining(run, outcome);
}

function writeSamples(run: Run, { names, rows, configurations, levels, checkpoint }: StoredChain): void {
  const segment = newSegment(run, CHAIN, names, 0);
  const spinsOf = ({ sample, values }: OfSample) => ({ sample, spins: values });
  try {
    segment.commit({
      rows: Array.from({ length: checkpoint.samples }, (_, k) =>
        rows.subarray(k * names.length, (k + 1) * names.length),
      ),
      configurations: configurations.map(spinsOf),
      levels,
      checkpoint,
    });
  } finally {
    segment.close();
  }
}

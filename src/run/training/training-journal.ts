/** The fits, trials and stages of a training that has not ended, in models/training.jsonl: a line each, doubles in base64. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TrialRecord } from '../../chain/learning/trial-journal.ts';
import { StorageError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../store/doubles.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { modelFolder } from '../../store/paths.ts';
import type { Run } from '../../store/store.ts';
import type { StageRecord } from '../../training/flow/stage-journal.ts';
import type { FitRecord } from '../../training/loop/journal.ts';
import { trialFromJson, trialToJson } from './trial-record.ts';

export interface TrainingRecords {
  readonly fits: readonly FitRecord[];
  readonly trials: readonly TrialRecord[];
  /** Of the training of a flow. */
  readonly stages: readonly StageRecord[];
}

interface TrainingJournal {
  readonly records: TrainingRecords;
  /** Safe when they return. Throw InputError or StorageError when it cannot be written. */
  addFit(record: FitRecord): void;
  addTrial(record: TrialRecord): void;
  addStage(record: StageRecord): void;
  /** The training has ended. */
  close(): void;
}

/**
 * Two copies of a job write the same lines, each time in one piece: whoever is behind takes back some, never a wrong one.
 * Throws StorageError for a file that holds something else.
 */
export function openTrainingJournal(run: Run): TrainingJournal {
  const folder = modelFolder(run);
  const file = join(folder, 'training.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const add = (line: object) => {
    if (lines.length === 0) makeFolder(folder);
    lines.push(JSON.stringify(line));
    writeFile(file, `${lines.join('\n')}\n`);
  };
  return {
    records: parse(lines, file),
    addFit: ({ before, samples, after, result }) =>
      add({ before: encoded(before), samples, after: encoded(after), result }),
    addTrial: (record) => add({ trial: trialToJson(record, encoded) }),
    addStage: ({ before, after, ...record }) =>
      add({ stage: { ...record, before: encoded(before), after: encoded(after) } }),
    close: () => rmSync(file, { force: true }),
  };
}

function parse(lines: readonly string[], file: string): TrainingRecords {
  try {
    const entries = lines.map((line) => JSON.parse(line));
    return {
      fits: entries.filter(({ trial, stage }) => trial === undefined && stage === undefined).map(fitFromJson),
      trials: entries.flatMap(({ trial }) => (trial === undefined ? [] : [trialFromJson(trial, decoded)])),
      stages: entries.flatMap(({ stage }) => (stage === undefined ? [] : [stageFromJson(stage)])),
    };
  } catch (error) {
    throw new StorageError(
      `${file}: truncated or damaged (${(error as Error).message}): remove it; the training begins anew, with the same result`,
      { cause: error },
    );
  }
}

function fitFromJson({ before, samples, after, result }: Record<string, never>): FitRecord {
  return { before: decoded(before), samples, after: decoded(after), result };
}

function stageFromJson({ before, from, after, position, exactEvaluations }: Record<string, never>): StageRecord {
  return { before: decoded(before), from, after: decoded(after), position, exactEvaluations };
}

const encoded = (numbers: Float64Array): string => Buffer.from(toBytes(numbers)).toString('base64');
const decoded = (text: string): Float64Array => fromBytes(new Uint8Array(Buffer.from(text, 'base64')));

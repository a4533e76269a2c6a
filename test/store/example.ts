/** A run in a temporary directory, and batches to fill it with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { type Batch, createRun, newSegment, type Run } from '../../src/store/store.ts';

export const NAMES = ['energy', 'staggered "m"'];

export const resolved = (temperature = 0.05, samples = 100, version = '0.1.0') => ({
  spec: { model: { temperature, chemicalPotential: 0 }, sampling: { samples, seed: 3 } },
  version,
  machine: 'a machine',
});

/** Gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const exampleRun = (): Run => createRun(join(temporaryFolder(), 'run'), '[model]\n', resolved());

/** The values of a sample: numbers that need all of their bits. */
export const rowOf = (sample: number): Float64Array => Float64Array.of(Math.sqrt(sample), 1 / (sample + 3));

/** Samples first … end − 1 of a chain, with a configuration after every fourth and levels after every fifth. */
export function batch(first: number, end: number, values = rowOf): Batch {
  const samples = Array.from({ length: end - first }, (_, index) => first + index);
  return {
    rows: samples.map(values),
    configurations: samples.filter((sample) => sample % 4 === 0).map((sample) => ({ sample, spins: rowOf(sample) })),
    levels: samples.filter((sample) => sample % 5 === 0).map((sample) => ({ sample, values: rowOf(sample + 1) })),
    checkpoint: {
      samples: end,
      spins: rowOf(end),
      logWeight: 1 / end,
      randomPosition: end * 2 ** 40,
      settings: { step: 1 / 7 },
      counters: { proposed: end },
    },
  };
}

/** A segment of samples first … end − 1, written and closed; its file. */
export function segment(run: Run, chain: number, first: number, end: number, values = rowOf): string {
  const writer = newSegment(run, chain, NAMES, first);
  writer.commit(batch(first, end, values));
  writer.close();
  return writer.file;
}

/** Does something to a segment that no writer does. */
export function changed(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

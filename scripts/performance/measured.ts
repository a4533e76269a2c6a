/** All numbers of docs/performance.md. */
import { availableParallelism } from 'node:os';
import { runBench } from '../../src/bench/bench.ts';
import { machineWords } from '../../src/store/machine.ts';
import { type CountedExponents, countedExponents } from './counted.ts';
import { type ModelCost, modelCosts } from './models.ts';
import { type ReadingCost, readingCosts } from './reading.ts';

export interface Measured {
  /** The machine and its Node, in words. */
  readonly machine: string;
  readonly cores: number;
  readonly bench: Awaited<ReturnType<typeof runBench>>;
  readonly counted: CountedExponents;
  readonly models: readonly ModelCost[];
  readonly reading: readonly ReadingCost[];
}

/** Measures everything; takes minutes. */
export async function measure(): Promise<Measured> {
  const progress = (text: string) => console.log(text);
  const bench = await runBench({ parts: ['growth', 'main-job'], sizes: [], rounds: 7, progress });
  const models = modelCosts();
  progress('models');
  const reading = readingCosts();
  progress('reading');
  return {
    machine: machineWords(),
    cores: availableParallelism(),
    bench,
    counted: countedExponents(),
    models,
    reading,
  };
}

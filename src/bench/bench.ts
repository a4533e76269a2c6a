/** Side-by-side timings, ours and our rivals', in one run on one thread. */
import { benchEngine } from './engine/engine.ts';
import { benchFlows } from './flows.ts';
import { benchGrowth } from './growth/growth.ts';
import { benchMainJob } from './main-job/main-job.ts';
import type { Conditions, Exponent, Part, PartReport, PartResult } from './result.ts';
import { benchSamplers } from './samplers/samplers.ts';
import { benchStartUp } from './start-up.ts';
import { benchTransformer } from './transformer/transformer.ts';

export interface BenchResult extends PartResult {
  readonly part: Part;
}

export interface BenchReport {
  /** What the rivals are, or how to get them, in words. */
  readonly rivals: Readonly<Record<string, string>>;
  readonly results: readonly BenchResult[];
  /** How times grow with the number of sites; missing where that was not asked for. */
  readonly exponents?: readonly Exponent[];
}

interface BenchOptions {
  readonly parts: readonly Part[];
  /** Even lengths of the square lattices on which the exact engine is timed. */
  readonly sizes: readonly number[];
  /** Rounds, in each of which every candidate is timed once. */
  readonly rounds: number;
  /** A listener that is told what is done. */
  readonly progress?: (text: string) => void;
}

export async function runBench({ parts, sizes, rounds, progress = () => {} }: BenchOptions): Promise<BenchReport> {
  const measure: Record<Part, (conditions: Conditions) => PartReport | Promise<PartReport>> = {
    engine: (conditions) => benchEngine(sizes, conditions),
    transformer: benchTransformer,
    flows: benchFlows,
    samplers: benchSamplers,
    'start-up': benchStartUp,
    growth: benchGrowth,
    'main-job': benchMainJob,
  };
  const rivals: Record<string, string> = {};
  const results: BenchResult[] = [];
  let exponents: readonly Exponent[] | undefined;
  for (const part of parts) {
    const report = await measure[part]({ rounds, progress: (text) => progress(`${part}: ${text}`) });
    Object.assign(rivals, report.rivals);
    results.push(...report.results.map((result) => ({ part, ...result })));
    exponents ??= report.exponents;
  }
  return { rivals, results, ...(exponents ? { exponents } : {}) };
}

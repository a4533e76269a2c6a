/** The bench as text: what took part, then a section per part. */
import type { BenchReport, BenchResult } from '../bench/bench.ts';
import type { Part } from '../bench/result.ts';
import { engineText } from './bench/engine.ts';
import { flowsText } from './bench/flows.ts';
import { growthText } from './bench/growth.ts';
import { mainJobText } from './bench/main-job.ts';
import { samplersText } from './bench/samplers.ts';
import { startUpText } from './bench/start-up.ts';
import { transformerText } from './bench/transformer.ts';

type Section = (results: readonly BenchResult[], report: BenchReport) => string;

const SECTIONS: readonly (readonly [Part, Section])[] = [
  ['engine', engineText],
  ['transformer', transformerText],
  ['flows', flowsText],
  ['samplers', samplersText],
  ['start-up', startUpText],
  ['growth', growthText],
  ['main-job', mainJobText],
];

export function benchText(report: BenchReport): string {
  const { rivals, results } = report;
  const taking = Object.entries(rivals).map(([name, description]) => `${name}: ${description}.`);
  const sections = SECTIONS.flatMap(([part, text]) => {
    const own = results.filter((result) => result.part === part);
    return own.length > 0 ? [text(own, report)] : [];
  });
  const head = 'Square lattice, t = J = 1, β = 20, μ = 0, default tolerance; one thread, processor time, medians.';
  return `${[head, ...(taking.length > 0 ? [taking.join('\n')] : []), ...sections].join('\n\n')}\n`;
}

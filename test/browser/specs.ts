/** A chain of a spec, training included, reduced to bytes: what a page samples is what a run samples. */
import { parseSpec, sampleSpec } from '../../src/spec.ts';
import { hex } from './hex.ts';

/** What "auto" chooses belongs to it: costs are counted and not timed. */
const AUTO = `
[lattice]
size = [4, 4]
[model]
temperature = 0.1
[effective]
kind = "auto"
[training]
exact_evaluations = 40
[sampling]
warm_up = 10
samples = 60
`;

/** Absolute weights, trials of the schedule included. */
const ANNEALED = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 40
sampling = { method = "annealed", warm_up = 0, samples = 100 }
`;

/** Flows of uniform spins, accepted and weighted, and one on a learned model; their trainings included. */
const flowSpec = (method: string, base: string): string => `
lattice.size = [2, 2]
model.temperature = 0.1
effective.kind = "linear"
training.exact_evaluations = 40
flow = { base = "${base}", layers = 4, exact_evaluations = 600 }
sampling = { method = "${method}", warm_up = 10, samples = 60 }
`;
const FLOWS = [flowSpec('flow', 'uniform'), flowSpec('reweighting', 'uniform'), flowSpec('self-learning', 'learned')];

/** All values of the samples and the spins of the last one. */
export async function specs(): Promise<string> {
  const lines: string[] = [];
  for (const spec of [AUTO, ANNEALED, ...FLOWS])
    for await (const { values, spins } of sampleSpec(parseSpec(spec, 'spec.toml'), { chain: 2 }))
      lines.push(hex(Float64Array.of(...Object.values(values), ...spins)));
  return lines.join('\n');
}

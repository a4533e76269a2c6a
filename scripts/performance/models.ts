/** What the learned energies cost, beside the exact weight. */
import { timeOnce } from '../../src/bench/timing.ts';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { initialise } from '../../src/effective/start.ts';
import { createModel } from '../../src/exact/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec } from '../../src/spec/spec.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

/** Lengths of the square lattices. */
export const LENGTHS = [6, 16, 24];

/** The models of the table, in words. */
export const MODELS: readonly (readonly [words: string, choice: EffectiveChoice])[] = [
  ['linear, 4 shells', { kind: 'linear', shells: 4 }],
  ['linear, all shells', { kind: 'linear', shells: 'all' }],
  ['transformer, 1 block, 6 shells', { kind: 'transformer', blocks: 1, shells: 6 }],
  ['transformer, 3 blocks, 6 shells', { kind: 'transformer', blocks: 3, shells: 6 }],
  ['the same, attention within 2 shells', { kind: 'transformer', blocks: 3, shells: 6, window: 2 }],
  ['transformer, 3 blocks, all shells', { kind: 'transformer', blocks: 3, shells: 'all' }],
  ['convolution', { kind: 'convolution' }],
  ['nodal determinant', { kind: 'nodal' }],
];

/** Milliseconds of an energy with its forces, and of one with its gradient in the parameters. */
export interface ModelCost {
  readonly words: string;
  readonly length: number;
  readonly parameters: number;
  readonly force: number;
  readonly gradient: number;
  readonly logWeight: number;
}

/** Milliseconds that each gets; what takes longer is computed once. */
const BUDGET = 200;

/** The costs of all models at all lengths. The first time is for the compiler, which has seen every model only then. */
export function modelCosts(): ModelCost[] {
  costs();
  return costs();
}

function costs(): ModelCost[] {
  return LENGTHS.flatMap((length) => {
    const parameters = modelParameters(
      resolveSpec({ lattice: { size: [length, length] }, model: { temperature: 0.05 } }),
    );
    const spins = namedConfiguration('random', parameters.lattice, { seed: 1 });
    const exact = createModel(parameters);
    const logWeight = timed(() => exact.logWeight(spins));
    return MODELS.map(([words, choice]) => {
      const model = createEffectiveModel(parameters, choice);
      initialise(model, philoxStream(1, 0), 0.01);
      const [force, row] = [new Float64Array(spins.length), new Float64Array(model.parameters.length)];
      return {
        words,
        length,
        parameters: row.length,
        force: timed(() => model.energyAndForce(spins, force)),
        gradient: timed(() => model.energyAndGradient(spins, row)),
        logWeight,
      };
    });
  });
}

/** Models make tables when they are first asked. */
function timed(compute: () => void): number {
  compute();
  return timeOnce(compute, BUDGET);
}

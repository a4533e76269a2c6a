/** One iteration of Levenberg-Marquardt: a Jacobian for a thousand configurations, its normal equations, a step, the loss on held-out ones. */
import { cpuMilliseconds } from '../../chain/cpu-time.ts';
import { namedConfiguration } from '../../spins/named.ts';
import { type DataSet, HELD_OUT_PERIOD, splitSamples } from '../../training/fit/data-set.ts';
import { levenbergMarquardt } from '../../training/fit/levenberg-marquardt.ts';
import { benchModel, MODEL } from '../model.ts';
import type { Turn } from '../timing.ts';
import { benchTransformerModel } from './networks.ts';

const TRAINING_SAMPLES = 1000;
const ITERATIONS = 10;

/** Energies only, as in the paper. Milliseconds of an iteration: more of them less one of them, which leaves out what comes before and after. */
export function levenbergMarquardtTurn(length: number): Turn {
  const data = benchData(length);
  const timedFit = (iterations: number) => {
    const model = benchTransformerModel(length, 'wasm');
    const start = cpuMilliseconds();
    const options = { temperature: MODEL.temperature, forceWeight: 0, start: 'near', iterations } as const;
    const result = levenbergMarquardt(model, data, options);
    return { milliseconds: cpuMilliseconds() - start, iterations: result.iterations };
  };
  return () => {
    const [one, many] = [timedFit(1), timedFit(1 + ITERATIONS)];
    if (many.iterations <= one.iterations) throw new Error('the fit ended at once: there is no iteration to time');
    return (many.milliseconds - one.milliseconds) / (many.iterations - one.iterations);
  };
}

/** Random spins, of which every fifth is held out as in training. */
function benchData(length: number): DataSet {
  const exact = benchModel(length);
  const count = (TRAINING_SAMPLES * HELD_OUT_PERIOD) / (HELD_OUT_PERIOD - 1);
  const samples = Array.from({ length: count }, (_, seed) => {
    const spins = namedConfiguration('random', exact.parameters.lattice, { seed });
    return { spins, freeEnergy: -MODEL.temperature * exact.logWeight(spins) };
  });
  return splitSamples(samples);
}

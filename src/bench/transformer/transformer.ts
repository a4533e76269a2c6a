/** The transformer's derivatives beside PyTorch's, and one iteration of its training. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { Engine } from '../../wasm/engine.ts';
import { type Conditions, type PartReport, type PartResult, PYTORCH_MISSING } from '../result.ts';
import { type Turn, takeTurns, timeOnce } from '../timing.ts';
import { levenbergMarquardtTurn } from './levenberg-marquardt.ts';
import { benchConfigurations, benchTransformerModel, pyTorchNetwork } from './networks.ts';
import { type PyTorch, startPyTorch } from './pytorch.ts';

/** N = 36 and 256. */
const LENGTHS = [6, 16];
/** Length of the lattice on which the training is timed. */
const TRAINING_LENGTH = 6;
/** Milliseconds that a candidate gets per round. */
const BUDGET = 100;
const ENGINES: readonly Engine[] = ['wasm', 'typescript'];
const TASKS = ['gradient', 'force'] as const;

/** Three blocks, six shells. Gradients in parameters: PyTorch in batches of the best size; forces on one configuration at a time. */
export async function benchTransformer({ rounds, progress }: Conditions): Promise<PartReport> {
  const pytorch = await startPyTorch(pyTorchNetwork(LENGTHS[0]));
  const results: PartResult[] = [];
  const batches: number[] = [];
  for (const length of LENGTHS) {
    if (pytorch) batches.push(await prepare(length, pytorch));
    const times = await takeTurns(rounds, derivativeTurns(length, pytorch));
    results.push(...summarise(length, times));
    progress(`${length}×${length}`);
  }
  pytorch?.close();
  results.push(await benchTraining(rounds));
  progress('training');
  const description = pytorch && `${pytorch.description}, batches of ${batches.join(' and ')} for gradients`;
  return { rivals: { PyTorch: description ?? PYTORCH_MISSING }, results };
}

/** Loads the rival, makes sure that both compute the same, and finds its best batch. */
async function prepare(length: number, pytorch: PyTorch): Promise<number> {
  const theirs = await pytorch.load(pyTorchNetwork(length));
  const model = benchTransformerModel(length, 'wasm');
  const force = new Float64Array(3 * model.lattice.siteCount);
  const row = new Float64Array(model.parameters.length);
  const gradient = new Float64Array(row.length);
  const configurations = benchConfigurations(length);
  for (const spins of configurations) {
    model.energyAndGradient(spins, row);
    for (let k = 0; k < row.length; k++) gradient[k] += row[k];
  }
  model.energyAndForce(configurations[0], force);
  requireSame('gradients', theirs.gradient, gradient);
  requireSame('forces', theirs.force, force);
  return pytorch.tune();
}

function requireSame(what: string, theirs: readonly number[], ours: Float64Array): void {
  const scale = theirs.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const difference = theirs.reduce((worst, value, k) => Math.max(worst, Math.abs(value - ours[k])), 0);
  if (difference < 1e-9 * scale && theirs.length === ours.length) return;
  throw new Error(`PyTorch and we compute ${what} that differ by ${difference / scale} of the largest`);
}

function derivativeTurns(length: number, pytorch: PyTorch | undefined): Map<string, Turn> {
  const turns = new Map<string, Turn>();
  for (const task of TASKS) {
    for (const engine of ENGINES) turns.set(`${task} ${engine}`, derivativeTurn(length, task, engine));
    if (pytorch) turns.set(`${task} pytorch`, () => pytorch.time(task));
  }
  return turns;
}

function derivativeTurn(length: number, task: (typeof TASKS)[number], engine: Engine): Turn {
  const model: EffectiveModel = benchTransformerModel(length, engine);
  const configurations = benchConfigurations(length);
  const out = new Float64Array(task === 'gradient' ? model.parameters.length : 3 * model.lattice.siteCount);
  const evaluate = task === 'gradient' ? model.energyAndGradient : model.energyAndForce;
  let next = 0;
  return () => timeOnce(() => evaluate(configurations[next++ % configurations.length], out), BUDGET);
}

function summarise(length: number, times: ReadonlyMap<string, number>): PartResult[] {
  return TASKS.flatMap((task) => {
    const time = (engine: string) => times.get(`${task} ${engine}`) ?? Number.NaN;
    return (['pytorch', ...ENGINES] as const)
      .filter((engine) => times.has(`${task} ${engine}`))
      .map((engine): PartResult => {
        const kind = { name: `transformer-${task}`, route: 'attention', engine, size: [length, length] } as const;
        const milliseconds = time(engine);
        const ratios = {
          ...(engine !== 'pytorch' && times.has(`${task} pytorch`) ? { pytorch: time('pytorch') / milliseconds } : {}),
          ...(engine === 'typescript' ? { wasm: time('wasm') / milliseconds } : {}),
        };
        return { ...kind, milliseconds, ratios };
      });
  });
}

async function benchTraining(rounds: number): Promise<PartResult> {
  const name = 'levenberg-marquardt';
  const times = await takeTurns(rounds, new Map([[name, levenbergMarquardtTurn(TRAINING_LENGTH)]]));
  const kind = { name, route: 'attention', engine: 'wasm', size: [TRAINING_LENGTH, TRAINING_LENGTH] } as const;
  return { ...kind, milliseconds: times.get(name) as number, ratios: {} };
}

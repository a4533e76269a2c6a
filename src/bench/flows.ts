/** Flows beside the exact weight: what a proposal with its density costs, and what a training does beside the force. */
import type { FieldKind } from '../flow/fields.ts';
import { createFlow } from '../flow/flow.ts';
import { layersOfRound } from '../flow/schedule.ts';
import { fillNormal } from '../numeric/normal.ts';
import { philoxStream } from '../numeric/philox.ts';
import { namedConfiguration } from '../spins/named.ts';
import type { Engine } from '../wasm/engine.ts';
import { benchLattice, benchModel } from './model.ts';
import type { Conditions, PartReport, PartResult } from './result.ts';
import { type Turn, takeTurns, timeOnce } from './timing.ts';

const LENGTHS = [4, 6, 8];
/** Milliseconds that a candidate gets per round. */
const BUDGET = 50;
const ENGINES: readonly Engine[] = ['wasm', 'typescript'];
const CONDITIONERS = ['attention', 'shells'] as const satisfies readonly FieldKind[];
/** What a task is compared with: an exact weight decides on a proposal, a force goes with a gradient. */
const EXACT = { 'flow-proposal': 'log-weight', 'flow-gradient': 'forces' } as const;
type Task = keyof typeof EXACT;
const TASKS = Object.keys(EXACT) as Task[];
/** Standard deviation of the parameters, about that of trained ones. */
const SPREAD = 0.1;
/** Enough that no branch or cache gets used to them. */
const CONFIGURATIONS = 64;

/** One round of single sites with splines and all shells, on uniform spins. */
export async function benchFlows({ rounds, progress }: Conditions): Promise<PartReport> {
  const results: PartResult[] = [];
  for (const length of LENGTHS) {
    results.push(...summarise(length, await takeTurns(rounds, turnsAt(length))));
    progress(`${length}×${length}`);
  }
  return { rivals: {}, results };
}

const keyOf = (task: Task, conditioner: FieldKind, engine: Engine): string => `${task} ${conditioner} ${engine}`;

function turnsAt(length: number): Map<string, Turn> {
  const turns = new Map<string, Turn>();
  const exact = benchModel(length);
  const spins = namedConfiguration('random', benchLattice(length), { seed: 1 });
  const force = new Float64Array(spins.length);
  turns.set('log-weight', () => timeOnce(() => exact.logWeight(spins), BUDGET));
  turns.set('forces', () => timeOnce(() => exact.logWeightAndForce(spins, force), BUDGET));
  for (const conditioner of CONDITIONERS) {
    for (const engine of ENGINES) {
      const run = tasksOf(length, conditioner, engine);
      for (const task of TASKS) turns.set(keyOf(task, conditioner, engine), () => timeOnce(run[task], BUDGET));
    }
  }
  return turns;
}

function tasksOf(length: number, conditioner: FieldKind, engine: Engine): Record<Task, () => void> {
  const lattice = benchLattice(length);
  const choice = { layers: layersOfRound(lattice, 'sites'), colours: 'sites', map: 'spline', conditioner } as const;
  const flow = createFlow(lattice, choice, undefined, engine);
  fillNormal(philoxStream(1, 0), flow.parameters);
  for (const [k, value] of flow.parameters.entries()) flow.parameters[k] = SPREAD * value;
  const bases = Array.from({ length: CONFIGURATIONS }, (_, seed) => namedConfiguration('random', lattice, { seed }));
  const [spins, gradient] = [new Float64Array(3 * lattice.siteCount), new Float64Array(flow.parameters.length)];
  let next = 0;
  const base = () => bases[next++ % bases.length];
  return {
    'flow-proposal'() {
      spins.set(base());
      flow.transport(spins);
      flow.logDensity(spins);
    },
    'flow-gradient': () => flow.pathGradient(base(), () => {}, gradient),
  };
}

function summarise(length: number, times: ReadonlyMap<string, number>): PartResult[] {
  const time = (key: string) => times.get(key) ?? Number.NaN;
  return TASKS.flatMap((name) =>
    CONDITIONERS.flatMap((route) =>
      ENGINES.map((engine): PartResult => {
        const milliseconds = time(keyOf(name, route, engine));
        const ratios = {
          [EXACT[name]]: time(EXACT[name]) / milliseconds,
          ...(engine === 'typescript' ? { wasm: time(keyOf(name, route, 'wasm')) / milliseconds } : {}),
        };
        return { name, route, engine, size: [length, length], milliseconds, ratios };
      }),
    ),
  );
}

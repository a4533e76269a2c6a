/** What is timed on every lattice. */
import type { PartResult } from '../result.ts';
import { type Turn, timeOnce } from '../timing.ts';
import { generation } from './generation.ts';
import type { Setting } from './setting.ts';
import { bareStep, innerStep, measuredStep } from './steps.ts';

export interface Task extends Pick<PartResult, 'name' | 'route'> {
  readonly turn: Turn;
}

/** Milliseconds that a task gets per round. */
const BUDGET = 30;
/** Electrons may be measured in a part of the samples, every second or every twelfth: times of samples are means over whole periods. */
const SAMPLES = 24;

export function quickTasks(setting: Setting): Task[] {
  const { exact, spins, transformer } = setting;
  const [force, row] = [new Float64Array(spins.length), new Float64Array(transformer.parameters.length)];
  const task = (name: string, route: Task['route'], run: () => void): Task => ({
    name,
    route,
    turn: () => timeOnce(run, BUDGET),
  });
  return [
    task('log-weight', exact.route, () => exact.logWeight(spins)),
    task('forces', exact.route, () => exact.logWeightAndForce(spins, force)),
    task('inner-chain', 'heat-bath', innerStep(setting)),
    task('step', exact.route, bareStep(setting)),
    sampleTask(setting),
    task('transformer-force', 'attention', () => transformer.energyAndForce(spins, force)),
    task('transformer-gradient', 'attention', () => transformer.energyAndGradient(spins, row)),
  ];
}

function sampleTask(setting: Setting): Task {
  const step = measuredStep(setting);
  const samples = () => {
    for (let sample = 0; sample < SAMPLES; sample++) step();
  };
  return { name: 'measured-step', route: setting.exact.route, turn: () => timeOnce(samples, BUDGET) / SAMPLES };
}

/** Sites beyond which a generation of the transformer takes too long to be timed here. */
const MOST_SITES = 256;

/** Generations take seconds on large lattices. */
export function generationTasks(setting: Setting): Task[] {
  const { exact, linear, transformer } = setting;
  const task = (name: string, model: typeof linear): Task => {
    const run = generation(setting, model);
    return { name, route: exact.route, turn: () => timeOnce(run, 0) };
  };
  const isSmall = linear.lattice.siteCount <= MOST_SITES;
  return [task('linear-generation', linear), ...(isSmall ? [task('transformer-generation', transformer)] : [])];
}

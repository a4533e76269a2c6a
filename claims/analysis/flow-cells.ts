/** Flows with their results by seed. */
import type { FlowResult } from '../workshop/tasks/flow.ts';
import { differenceOf } from './comparing.ts';
import { type FlowPoint, pointName } from './flow-points.ts';
import { type Combined, combined, mean } from './seeds.ts';

export interface Cell {
  readonly point: FlowPoint;
  readonly seeds: readonly FlowResult[];
}

type Wanted = Omit<FlowPoint, 'rounds' | 'conditioner'> & Partial<FlowPoint>;

/** The flow at a point, of one round and with attention where nothing else is said. */
export function flowAt(cells: readonly Cell[], wanted: Wanted): Cell {
  const name = pointName({ rounds: 1, conditioner: 'attention', ...wanted });
  const cell = cells.find(({ point }) => pointName(point) === name);
  if (!cell) throw new Error(`no flow: ${name}`);
  return cell;
}

type Quality = 'share' | 'acceptance' | 'variance' | 'logMean';

export const qualityOf = ({ seeds }: Cell, key: Quality): Combined =>
  combined(seeds.map(({ quality }) => quality[key]));

/** The difference of a quality of two flows, seed by seed. */
export const qualityDifference = (a: Cell, b: Cell, key: Quality): Combined =>
  combined(a.seeds.map(({ quality }, k) => differenceOf(quality[key], b.seeds[k].quality[key])));

/** Whether few proposals decide in any of its seeds. */
export const isDominated = ({ seeds }: Cell): boolean => seeds.some(({ quality }) => quality.dominated);

export const trainingSeconds = ({ seeds }: Cell): number => mean(seeds.map(({ training }) => training.seconds));

/** Which flows are trained, and what they are compared with. */
import {
  BASES,
  type Base,
  CONDITIONERS,
  type Conditioner,
  type FlowPoint,
  type Place,
  pointName,
  square,
} from '../analysis/flow-points.ts';
import { type Candidate, candidatesOf } from '../analysis/flow-rivals.ts';

export interface Plan {
  /** The places where samplers are compared. */
  readonly lengths: readonly number[];
  readonly temperatures: readonly number[];
  /** The temperatures on more than MANY_SITES sites. */
  readonly fewTemperatures: readonly number[];
  /** The lattices with so many more rounds, at COLD. */
  readonly grown: readonly number[];
  readonly moreRounds: number;
  /** The lattices by which the number of sites grows, and their temperatures; log Z is compared on square ones. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly growing: readonly number[];
  /** Flows with other conditioners, at COLD. */
  readonly compared: readonly { readonly length: number; readonly base: Base }[];
  /** The places of spins alone, temperatures in units of their exchange. */
  readonly classicalLengths: readonly number[];
  readonly classicalTemperatures: readonly number[];
  readonly partitions: readonly number[];
  readonly candidates: readonly Candidate[];
  /** The seeds of all flows, and those of flows that are compared with each other; runs have the first one. */
  readonly seeds: readonly number[];
  readonly manySeeds: readonly number[];
  /** Exact evaluations of the training of a flow, and of a linear model. */
  readonly budget: number;
  readonly linearBudget: number;
  /** Proposals by flow and samples by run; half as many on more than MANY_SITES sites. */
  readonly proposals: number;
  readonly samples: number;
  readonly timing: { readonly rounds: number; readonly milliseconds: number };
}

export const COLD = 0.05;
const MANY_SITES = 36;

const COMMON = {
  moreRounds: 2,
  growing: [0.1, COLD],
  classicalTemperatures: [1, 0.5],
  seeds: [1],
} as const;

const QUICK: Plan = {
  ...COMMON,
  lengths: [4],
  temperatures: [0.1, COLD],
  fewTemperatures: [],
  grown: [4],
  sizes: [square(2), [4, 2], square(4)],
  compared: [{ length: 4, base: 'uniform' }],
  classicalLengths: [4],
  partitions: [2, 4],
  candidates: candidatesOf(200, 800),
  manySeeds: [1, 2],
  budget: 2000,
  linearBudget: 200,
  proposals: 2000,
  samples: 2000,
  timing: { rounds: 4, milliseconds: 50 },
};

const FULL: Plan = {
  ...COMMON,
  lengths: [4, 6, 8],
  temperatures: [0.3, 0.2, 0.1, 0.07, COLD],
  fewTemperatures: [0.3, 0.1, COLD],
  grown: [4, 6],
  sizes: [square(2), [4, 2], square(4), [6, 4], square(6), square(8)],
  compared: [
    { length: 4, base: 'uniform' },
    { length: 6, base: 'linear' },
  ],
  classicalLengths: [4, 8],
  partitions: [2, 4, 6],
  candidates: candidatesOf(300, 1000),
  manySeeds: [1, 2, 3],
  budget: 6000,
  linearBudget: 300,
  proposals: 4000,
  samples: 4000,
  timing: { rounds: 4, milliseconds: 60 },
};

export const plan = (isQuick: boolean): Plan => (isQuick ? QUICK : FULL);

const isLarge = ({ size: [a, b] }: Place): boolean => a * b > MANY_SITES;

/** A number of samples or proposals at one place. */
export const countAt = (count: number, place: Place): number => (isLarge(place) ? count / 2 : count);

const places = (physics: Place['physics'], lengths: readonly number[], temperatures: readonly number[]): Place[] =>
  lengths.flatMap((length) => temperatures.map((temperature) => ({ physics, size: square(length), temperature })));

export const cold = (length: number): Place => ({ physics: 'electrons', size: square(length), temperature: COLD });

/** The temperatures of one lattice. */
export const temperaturesAt = ({ temperatures, fewTemperatures }: Plan, length: number): readonly number[] =>
  isLarge(cold(length)) ? fewTemperatures : temperatures;

export const comparedPlaces = (plan: Plan): Place[] =>
  plan.lengths.flatMap((length) => places('electrons', [length], temperaturesAt(plan, length)));
export const classicalPlaces = ({ classicalLengths, classicalTemperatures }: Plan): Place[] =>
  places('spins alone', classicalLengths, classicalTemperatures);
export const partitionPlaces = ({ partitions, growing }: Plan): Place[] => places('electrons', partitions, growing);

const flowAt = (place: Place, base: Base, rounds: number, conditioner: Conditioner = 'attention'): FlowPoint => ({
  ...place,
  base,
  rounds,
  conditioner,
});

/** Flows of several seeds. */
function comparedFlows(plan: Plan): FlowPoint[] {
  const growing = plan.sizes.flatMap((size) =>
    plan.growing.map((temperature): Place => ({ physics: 'electrons', size, temperature })),
  );
  return [
    ...growing.flatMap((place) => [
      flowAt(place, 'uniform', 1),
      flowAt(place, 'linear', 0),
      flowAt(place, 'linear', 1),
    ]),
    ...plan.compared.flatMap(({ length, base }) => CONDITIONERS.map((one) => flowAt(cold(length), base, 1, one))),
    ...plan.grown.flatMap((length) => BASES.map((base) => flowAt(cold(length), base, plan.moreRounds))),
    ...classicalPlaces(plan).map((place) => flowAt(place, 'uniform', 1)),
  ];
}

/** The rounds of flows at a place, one and fewer; on large lattices parts of a round at COLD alone. */
export const roundsAt = (place: Place): readonly number[] =>
  isLarge(place) && place.temperature > COLD ? [0, 1] : [0, 1 / 3, 2 / 3, 1];

const allFlows = (plan: Plan): FlowPoint[] =>
  comparedPlaces(plan).flatMap((place) =>
    BASES.flatMap((base) => roundsAt(place).map((rounds) => flowAt(place, base, rounds))),
  );

/** A flow and its seeds. */
export interface PlannedFlow {
  readonly point: FlowPoint;
  readonly seeds: readonly number[];
}

/** All flows, each once. */
export function plannedFlows(plan: Plan): PlannedFlow[] {
  const planned = [
    ...comparedFlows(plan).map((point) => ({ point, seeds: plan.manySeeds })),
    ...allFlows(plan).map((point) => ({ point, seeds: plan.seeds })),
  ];
  return [...Map.groupBy(planned, ({ point }) => pointName(point)).values()].map(([first]) => first);
}

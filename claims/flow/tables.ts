/** All numbers: samplers by place, flows by layers, by conditioner and by number of sites, spins alone, and log Z. */
import { differenceOf } from '../analysis/comparing.ts';
import { type Cell, flowAt, isDominated, qualityOf, trainingSeconds } from '../analysis/flow-cells.ts';
import { lawsAt } from '../analysis/flow-laws.ts';
import { BASES, CONDITIONERS, type Place, placeName, square } from '../analysis/flow-points.ts';
import { BASE_WORDS, type Rate } from '../analysis/flow-rates.ts';
import { type Combined, combinedText as text } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { exponentOf, growthOf, type Outcome, partitionsOf, ratesAt } from './outcome.ts';
import { COLD, classicalPlaces, cold, comparedPlaces, type Plan, roundsAt, temperaturesAt } from './plan.ts';

export const tablesOf = (outcome: Outcome, plan: Plan): Table[] => [
  ...plan.lengths.flatMap((length) => [
    rateTable(outcome, plan, length, 'perEvaluation', `Effective samples per exact evaluation, ${length} × ${length}`),
    rateTable(outcome, plan, length, 'perSecond', `Effective samples of m_s² per second, ${length} × ${length}`),
  ]),
  { title: 'Flows against layers, in rounds of all sites', rows: layerRows(outcome, plan) },
  { title: `Training, and the time of a proposal at T = ${COLD}`, rows: timeRows(outcome, plan) },
  {
    title: 'How the effective share falls with the number of sites N; errors of fits times √(χ²/ν)',
    rows: sitesRows(outcome, plan),
  },
  {
    title: `What attention and equivariance give, at equal numbers of parameters, T = ${COLD}`,
    rows: conditionerRows(outcome, plan),
  },
  { title: 'Spins alone, T in units of their exchange', rows: classicalRows(outcome, plan) },
  { title: 'log Z', rows: partitionRows(outcome, plan) },
];

const UNKNOWN = 'too few';

const rateText = (rate: Combined | undefined): string => (rate ? text(rate) : UNKNOWN);

function rateTable(
  outcome: Outcome,
  plan: Plan,
  length: number,
  key: 'perEvaluation' | 'perSecond',
  title: string,
): Table {
  const temperatures = temperaturesAt(plan, length);
  const columns = temperatures.map((temperature) =>
    ratesAt(outcome, { physics: 'electrons', size: square(length), temperature }),
  );
  const names = [...new Set(columns.flatMap((rates) => rates.map(({ name }) => name)))];
  const cell = (rates: readonly Rate[], name: string): string => {
    const rate = rates.find((one) => one.name === name);
    return rate ? rateText(rate[key]) : '';
  };
  const rows = names.map((name) => [name, ...columns.map((rates) => cell(rates, name))]);
  return { title, rows: [['sampler', ...temperatures.map((temperature) => `T = ${temperature}`)], ...rows] };
}

/** Acceptance and effective share of a flow. */
const qualityText = (cell: Cell): string =>
  isDominated(cell) ? UNKNOWN : `${text(qualityOf(cell, 'acceptance'))}, ${text(qualityOf(cell, 'share'))}`;

function layerRows(outcome: Outcome, plan: Plan): string[][] {
  const rounds = [...roundsAt(cold(plan.lengths[0])), plan.moreRounds];
  const head = ['lattice, T', 'base', ...rounds.map((count) => `${roundText(count)}: accepted, effective`)];
  const row = (place: Place, base: (typeof BASES)[number]) => {
    const isMade = (count: number) => {
      if (count <= 1) return roundsAt(place).includes(count);
      return plan.grown.includes(place.size[0]) && place.temperature === COLD;
    };
    return [
      ...[placeName(place), BASE_WORDS[base]],
      ...rounds.map((count) =>
        isMade(count) ? qualityText(flowAt(outcome.cells, { ...place, base, rounds: count })) : '',
      ),
    ];
  };
  return [head, ...BASES.flatMap((base) => comparedPlaces(plan).map((place) => row(place, base)))];
}

const FRACTIONS: ReadonlyMap<number, string> = new Map([
  [0, 'none'],
  [1 / 3, '⅓ round'],
  [2 / 3, '⅔ round'],
  [1, '1 round'],
]);

const roundText = (rounds: number): string => FRACTIONS.get(rounds) ?? `${rounds} rounds`;

function timeRows(outcome: Outcome, { lengths, budget }: Plan): string[][] {
  const head = [
    'lattice',
    'base',
    'layers',
    'parameters',
    `training, ${budget} exact evaluations (s)`,
    'proposal and weight (ms)',
    'exact weight alone (ms)',
  ];
  const rows = lengths.flatMap((length) =>
    BASES.map((base) => {
      const cell = flowAt(outcome.cells, { ...cold(length), base });
      const [{ layers, parameters, weighted, exactMilliseconds }] = cell.seeds;
      const times = [trainingSeconds(cell), weighted.milliseconds.value, exactMilliseconds];
      return [`${length} × ${length}`, BASE_WORDS[base], String(layers), String(parameters), ...times.map(short)];
    }),
  );
  return [head, ...rows];
}

const short = (time: number): string => (time < 100 ? time.toPrecision(2) : time.toFixed(0));

function sitesRows(outcome: Outcome, plan: Plan): string[][] {
  const laws = plan.growing.flatMap((temperature) => lawsAt(outcome.cells, plan.sizes, temperature));
  const sizes = laws[0].cells.map(({ point: { size } }) => `${size[0]} × ${size[1]}`);
  const head = ['', 'T', ...sizes, 'e^−bN: b', 'χ²/ν', 'N^−α: α', 'χ²/ν', 'variance of log(W/q) ∝ N^p: p'];
  const rows = laws.map(({ name, temperature, cells, exponential, power, variance }) => [
    ...[name, String(temperature), ...cells.map((cell) => text(qualityOf(cell, 'share')))],
    ...[exponential, power].flatMap((law) => [text(exponentOf(law)), `${law.chiSquare.toFixed(1)}/${law.degrees}`]),
    text(growthOf(variance)),
  ]);
  return [head, ...rows];
}

function conditionerRows(outcome: Outcome, { compared }: Plan): string[][] {
  const words = { attention: 'attention', shells: 'shells, no attention', components: 'components, not equivariant' };
  const rows = compared.flatMap(({ length, base }) =>
    CONDITIONERS.map((conditioner) => {
      const cell = flowAt(outcome.cells, { ...cold(length), base, conditioner });
      const numbers = (['acceptance', 'share', 'variance'] as const).map((key) => text(qualityOf(cell, key)));
      return [
        `${length} × ${length}`,
        BASE_WORDS[base],
        words[conditioner],
        String(cell.seeds[0].parameters),
        ...numbers,
        short(trainingSeconds(cell)),
      ];
    }),
  );
  return [
    ['lattice', 'base', 'conditioner', 'parameters', 'accepted', 'effective', 'variance of log(W/q)', 'training (s)'],
    ...rows,
  ];
}

function classicalRows(outcome: Outcome, plan: Plan): string[][] {
  const rows = classicalPlaces(plan).flatMap((place) =>
    ratesAt(outcome, place).map(({ name, perEvaluation, perSecond }: Rate) => [
      ...[`${place.size[0]} × ${place.size[1]}`, String(place.temperature), name],
      ...[perEvaluation, perSecond].map(rateText),
    ]),
  );
  return [['lattice', 'T', 'sampler', 'per exact evaluation', 'per second'], ...rows];
}

function partitionRows(outcome: Outcome, plan: Plan): string[][] {
  const rows = partitionsOf(outcome, plan).map(({ place, flow, annealed, exact, flowSeconds, annealedSeconds }) => {
    const { value, error } = differenceOf(flow, annealed);
    return [
      ...[
        placeName(place),
        text(flow),
        text(annealed),
        (value / error).toFixed(1),
        exact === undefined ? '' : exact.toFixed(6),
      ],
      ...[flowSeconds, annealedSeconds].map((seconds) => seconds.toPrecision(2)),
    ];
  });
  return [
    [
      'lattice, T',
      'flow from uniform spins',
      'annealing',
      'difference (σ)',
      'quadrature',
      'seconds for ± 0.01, flow',
      'seconds for ± 0.01, annealing',
    ],
    ...rows,
  ];
}

/** Error and acceptance against size and temperature. */
import type { Axis, FigureSpec, Series } from '../../src/report/figures/spec.ts';
import { predictedAcceptance } from '../../src/statistics/acceptance.ts';
import { type Combined, combinedText } from '../analysis/seeds.ts';
import type { Reproduction, Table } from '../target.ts';
import { byTemperature, isAt, type Outcome, type PlaceResult, type Setting } from './plan.ts';

type Quantity = 'error' | 'acceptance';

export const atAllSizes = (places: readonly PlaceResult[], { sizesAt }: Setting): PlaceResult[] =>
  places.filter(({ temperature }) => temperature === sizesAt).toSorted((a, b) => a.size - b.size);

/** From the hottest on. */
export const atAllTemperatures = (places: readonly PlaceResult[], setting: Setting): PlaceResult[] =>
  byTemperature(setting).map((place) => places.find((one) => isAt(one, place)) as PlaceResult);

export function figuresOf(places: readonly PlaceResult[], setting: Setting): Reproduction['figures'] {
  const [sizes, temperatures] = [atAllSizes(places, setting), atAllTemperatures(places, setting)];
  const size: Axis = { label: 'sites along an edge, L', ticks: setting.sizes };
  const temperature: Axis = { label: 'T', unit: 't', scale: 'log', ticks: setting.temperatures };
  const error: Axis = { label: 'mean squared error σ² of β(F − E), unseen samples', scale: 'log' };
  const acceptance: Axis = { label: 'acceptance of decorrelated proposals', domain: [0, 1] };
  const onSizes = { x: size, series: (quantity: Quantity) => seriesOf(sizes, quantity, (place) => place.size) };
  const onTemperatures = {
    x: temperature,
    series: (quantity: Quantity) => seriesOf(temperatures, quantity, (place) => place.temperature),
  };
  const spec = ({ x, series }: typeof onSizes, y: Axis, quantity: Quantity, title: string): FigureSpec => ({
    title,
    x,
    y,
    series: series(quantity),
    names: 'above',
    caption: captionOf(setting, x === size ? `T = ${setting.sizesAt}` : `L = ${setting.temperaturesAt}`),
  });
  return [
    { name: 'sizes', spec: spec(onSizes, error, 'error', 'Local and global models on larger lattices') },
    { name: 'sizes-acceptance', spec: spec(onSizes, acceptance, 'acceptance', 'Acceptance on larger lattices') },
    { name: 'temperatures', spec: spec(onTemperatures, error, 'error', 'Local and global models at lower T') },
  ];
}

const captionOf = ({ seeds, samples, judges, proposals }: Setting, where: string): string =>
  `Square lattices, ${where}, t = J = 1, μ = 0; seeds ${seeds.join(', ')}, each with data of its own, the same for all models: ${samples} exact evaluations to learn from, ${judges} to judge by, ` +
  `${proposals} proposals.`;

function seriesOf(places: readonly PlaceResult[], quantity: Quantity, x: (place: PlaceResult) => number): Series[] {
  return places[0].outcomes.map(({ entry }, k) => ({
    name: entry.name,
    points: places.map((place) => ({ x: x(place), ...barOf(place.outcomes[k][quantity]) })),
  }));
}

const barOf = ({ value, error }: Combined) => ({ y: value, error });

export const tablesOf = (places: readonly PlaceResult[], setting: Setting): Table[] => [
  { title: `On larger lattices, T = ${setting.sizesAt}`, rows: rows(atAllSizes(places, setting)) },
  { title: `At lower T, L = ${setting.temperaturesAt}`, rows: rows(atAllTemperatures(places, setting)) },
];

function rows(places: readonly PlaceResult[]): string[][] {
  const head = ['L', 'T', '⟨m_s²⟩', 'model', 'reach', 'parameters', 'σ²', 'erfc(σ/2)', 'acceptance'];
  const body = places.flatMap(({ size, temperature, order, outcomes }) =>
    outcomes.map((outcome) => [String(size), String(temperature), combinedText(order), ...outcomeCells(outcome)]),
  );
  return [head, ...body];
}

const outcomeCells = ({ entry, seeds, error, acceptance }: Outcome): string[] => [
  ...[entry.name, entry.reach === undefined ? 'all' : String(entry.reach), String(seeds[0].parameters)],
  ...[combinedText(error), predictedAcceptance(Math.sqrt(error.value)).toFixed(2), combinedText(acceptance)],
];

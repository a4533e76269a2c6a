/** The pictures of a run, by the name of their file. */
import { LOG_RATIO } from '../chain/sample-row.ts';
import { meanDensityOfStates } from '../results/summary/density-of-states.ts';
import { isPartial } from '../results/summary/electron-windows.ts';
import { filled, type RunData } from '../results/summary/run-data.ts';
import type { RunSummary } from '../results/summary/summary.ts';
import type { TrainingReport } from '../training/loop/training-report.ts';
import { autocorrelationFigure } from './figures/autocorrelation.ts';
import { figureSvg } from './figures/figure.ts';
import type { FigureSpec } from './figures/figure-spec.ts';
import { seriesFigure } from './figures/series.ts';
import { spinsSvg } from './figures/spins.ts';
import { latticeWords, parameterWords } from './model-words.ts';
import { observableWords } from './observable-words.ts';

export interface RunFigure {
  /** Name of the file in RUN/figures, without its ending. */
  readonly name: string;
  /** The picture for use alone: what was computed is in the caption. */
  readonly svg: string;
  /** The picture for a page that says this itself, and has the note below the figure. */
  readonly inline: string;
  readonly note: string;
}

/** Width of a figure, two of which stand side by side on a page of 1000 pixels. */
const WIDTH = 480;
const HEIGHT = 270;

/** The figures for which there is data. */
export function runFigures(data: RunData, summary: RunSummary): RunFigure[] {
  const source = sourceWords(data, summary);
  const specs = [
    ...seriesFigures(data, summary),
    ...densityOfStatesFigures(data),
    ...acceptanceFigures(data, summary),
    ...trainingFigures(data),
  ];
  const drawn = specs.map(([name, spec]) => {
    const draw = (caption: string) => figureSvg({ width: WIDTH, height: HEIGHT, ...spec, caption });
    return { name, svg: draw(`${spec.caption} ${source}`), inline: draw(''), note: spec.caption };
  });
  return [...drawn, ...spinFigures(data)];
}

function spinFigures({ checkpoints, parameters }: RunData): RunFigure[] {
  const chain = checkpoints.findIndex((checkpoint) => checkpoint !== undefined);
  const spins = checkpoints[chain]?.spins;
  if (!spins) return [];
  const { lattice } = parameters;
  const layer = lattice.dimension === 3 ? ', layer z = 0' : '';
  const svg = spinsSvg({ spins, lattice, width: WIDTH });
  const note = `Last spins of chain ${chain + 1}${layer}: arrows are (S_x, S_y), the colour is S_z.`;
  return [{ name: 'spins', svg, inline: svg, note }];
}

type Named = readonly [name: string, spec: FigureSpec];

/** What was computed, for captions: lattice, parameters, seed, exact evaluations. */
function sourceWords({ parameters, spec }: RunData, { cost }: RunSummary): string {
  const evaluations = `${Math.round(cost.exactEvaluations + cost.training.exactEvaluations)} exact evaluations`;
  const lattice = latticeWords(parameters.lattice);
  const sampling = `${spec.sampling.method}, seed ${spec.sampling.seed}, ${evaluations}.`;
  return `${lattice[0].toUpperCase()}${lattice.slice(1)}; ${parameterWords(parameters)}; ${sampling}`;
}

const ENERGY = 'energyPerSite';
/** Known in every sample, also where electrons are measured in a part of them. */
const FREE_ENERGY = 'freeEnergyMeanPerSite';

function seriesFigures(data: RunData, { orderParameter: order }: RunSummary): Named[] {
  const { stored, measured, spec } = data;
  const shown = [
    { file: 'energy', column: isPartial(data, ENERGY) ? FREE_ENERGY : ENERGY },
    ...(order === null ? [] : [{ file: 'order', column: order }]),
  ].map((one) => ({ ...one, ...observableWords(one.column) }));
  const { warmUp } = spec.sampling;
  const correlated = shown.map(({ column, label }) => ({ label, chains: filled(measured(column)) }));
  const hasData = correlated.every(({ chains }) => chains.some(({ length }) => length > 1));
  return [
    ...shown
      .filter(({ column }) => filled(stored(column)).length > 0)
      .map(({ file, column, ...axis }): Named => [`${file}-series`, seriesFigure(axis, stored(column), warmUp)]),
    ...(hasData ? [['autocorrelation', autocorrelationFigure(correlated)] as const] : []),
  ];
}

function densityOfStatesFigures(data: RunData): Named[] {
  const density = meanDensityOfStates(data);
  if (!density) return [];
  const { energies, mean, error, broadening, configurations } = density;
  const points = Array.from(energies, (x, k) => ({ x, y: mean[k], error: error[k] }));
  const caption = `${configurations} configurations; each level a Lorentzian of half width ${Number(broadening.toPrecision(2))}; bars are narrower than the line where none is seen.`;
  const x = { label: 'energy ω', unit: 't' };
  const y = { label: 'density of states per site', unit: '1/t' };
  const references = [{ axis: 'x' as const, value: data.parameters.chemicalPotential, label: 'μ' }];
  return [['density-of-states', { x, y, references, series: [{ name: 'D(ω)', points, shape: 'line' }], caption }]];
}

function acceptanceFigures({ counters }: RunData, { acceptance }: RunSummary): Named[] {
  const chains = acceptance.byChain.map((rates, index) => ({
    ...rates,
    x: index + 1,
    proposed: counters[index].proposed ?? 0,
  }));
  const measured = chains.flatMap(({ x, rate, proposed }) =>
    rate === null ? [] : [{ x, y: rate, error: Math.sqrt((rate * (1 - rate)) / proposed) }],
  );
  const predicted = chains.flatMap(({ x, predicted: y }) => (y === null ? [] : [{ x, y }]));
  if (measured.length === 0) return [];
  const series = [
    { name: 'measured', points: measured, shape: 'points' as const },
    ...(predicted.length > 0 ? [{ name: 'erfc(σ/2)', points: predicted, shape: 'points' as const }] : []),
  ];
  const gaussian = `erfc(σ/2): what a Gaussian residual with the measured variance 2σ² of ${LOG_RATIO} would give.`;
  const caption = `Bars as of independent decisions. ${predicted.length > 0 ? gaussian : ''}`.trim();
  const x = { label: 'chain', ticks: chains.map((chain) => chain.x), domain: [0.5, chains.length + 0.5] as const };
  return [['acceptance', { x, y: { label: 'acceptance' }, names: 'above', series, caption }]];
}

/** Pictures of a training; none where the card has no history, as of a model that was not learned in a run. */
function trainingFigures({ model }: RunData): Named[] {
  const history = (model?.training as Partial<TrainingReport> | undefined)?.history ?? [];
  if (history.length === 0) return [];
  const x = { label: 'exact evaluations to learn from' };
  const points = (value: (generation: (typeof history)[0]) => number) =>
    history.map((generation) => ({ x: generation.exactEvaluations, y: value(generation) }));
  const caption = 'Generations of the self-learning loop, from random spins on.';
  const acceptance = [{ name: 'acceptance', points: points((generation) => generation.acceptance) }];
  const heldOut = [{ name: 'held out', points: points((generation) => generation.heldOut) }];
  const error = { label: 'mean squared error of β(F − E), held out', scale: 'log' as const };
  return [
    ['training-error', { x, y: error, series: heldOut, caption }],
    ['training-acceptance', { x, y: { label: 'acceptance of proposals while learning' }, series: acceptance, caption }],
  ];
}

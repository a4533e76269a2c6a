/** The readable form of an evaluation. */

import type { ConfigurationEvaluation, Evaluation } from '../evaluate/evaluate.ts';
import type { Measurement, ModelParameters } from '../exact/model.ts';
import { fixed, withinBound } from './digits.ts';
import { boundWords, latticeWords, parameterWords } from './model-words.ts';
import { table } from './table.ts';

export interface EvaluationTextOptions {
  readonly forces: boolean;
  /** On the errors of averages over the electrons. */
  readonly bounds: Pick<Measurement, 'energy' | 'density'>;
}

/** Averages are shown to this per level, where their bounds are smaller. */
const SHOWN_PER_LEVEL = 1e-10;
/** Of a density below the bound, which comes from levels. */
const SMALL_DIGITS = 4;
const FORCE_DECIMALS = 8;
const LEVEL_DECIMALS = 10;
const LEVELS_PER_LINE = 6;

export function evaluationText(
  { configurations, errorBound, route, engine }: Evaluation,
  parameters: ModelParameters,
  options: EvaluationTextOptions,
): string {
  const head = [
    latticeWords(parameters.lattice),
    parameterWords(parameters),
    `${route} route, ${engine} kernels, ${boundWords(errorBound, parameters)}`,
  ];
  const sections = configurations.map((configuration, index) =>
    [
      `configuration ${index}`,
      totals(configuration, parameters, errorBound, options.bounds),
      ...(options.forces ? ['', forceTable(configuration)] : []),
      ...(configuration.spectrum ? ['', spectrumTable(configuration.spectrum)] : []),
    ].join('\n'),
  );
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

function totals(
  { logWeight, freeEnergy, energy, density, effectiveEnergy }: ConfigurationEvaluation,
  { lattice, temperature }: ModelParameters,
  errorBound: number,
  bounds: EvaluationTextOptions['bounds'],
): string {
  const sites = lattice.siteCount;
  const shown = 2 * sites * SHOWN_PER_LEVEL;
  const freeEnergyBound = (temperature || 1) * errorBound;
  const row = (name: string, total: number, bound: number) => [
    name,
    withinBound(total, bound),
    withinBound(total / sites, bound / sites),
  ];
  return table([
    ['', 'total', 'per site'],
    row('log W', logWeight, errorBound),
    row('free energy F', freeEnergy, freeEnergyBound),
    ...(effectiveEnergy === undefined ? [] : [row('learned energy', effectiveEnergy, freeEnergyBound)]),
    row('energy U', energy, Math.max(bounds.energy, shown)),
    density > bounds.density
      ? row('electrons', density * sites, Math.max(bounds.density * sites, shown))
      : ['electrons', ...[density * sites, density].map((value) => value.toPrecision(SMALL_DIGITS))],
  ]);
}

function forceTable({ forces }: ConfigurationEvaluation): string {
  const rows = forces.map((force, site) => [
    String(site),
    ...force.map((component) => fixed(component, FORCE_DECIMALS)),
  ]);
  return table([['site', '−∂F/∂Sx', '−∂F/∂Sy', '−∂F/∂Sz'], ...rows]);
}

function spectrumTable(levels: readonly number[]): string {
  const lines = Array.from({ length: Math.ceil(levels.length / LEVELS_PER_LINE) }, (_, line) => line * LEVELS_PER_LINE);
  const rows = lines.map((first) => [
    String(first),
    ...levels.slice(first, first + LEVELS_PER_LINE).map((level) => fixed(level, LEVEL_DECIMALS)),
  ]);
  return table([['level', 'E_n'], ...rows]);
}

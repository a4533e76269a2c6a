/** The readable form of an evaluation. */
import type { ConfigurationEvaluation, Evaluation, VariationalComparison } from '../evaluate/evaluate.ts';
import type { SiteAverage } from '../evaluate/site-averages.ts';
import { termsOf } from '../exact/classical/parameters.ts';
import type { Measurement, ModelParameters } from '../exact/model.ts';
import { presentCount } from '../lattice/disorder/occupation.ts';
import { spell } from '../spec/spelling.ts';
import { fixed, withinBound } from './digits.ts';
import { boundWords, latticeWords, parameterWords } from './model-words.ts';
import { table } from './table.ts';

interface EvaluationTextOptions {
  readonly forces: boolean;
  /** Bounds on the errors of averages over the electrons. */
  readonly bounds: Pick<Measurement, 'energy' | 'density'>;
  /** Electrons per site that every configuration has, where the spec says so and not μ. */
  readonly filling?: number | undefined;
}

/** Averages are shown to this per level, where their bounds are smaller. */
const SHOWN_PER_LEVEL = 1e-10;
/** Digits of what is smaller than that, or comes from levels. */
const SMALL_DIGITS = 4;
const FORCE_DECIMALS = 8;
const LEVEL_DECIMALS = 10;
const SITE_DECIMALS = 10;
const LEVELS_PER_LINE = 6;

export function evaluationText(
  { configurations, comparison, errorBound, route, engine }: Evaluation,
  parameters: ModelParameters,
  options: EvaluationTextOptions,
): string {
  const head = [
    latticeWords(parameters.lattice),
    parameterWords(parameters, { filling: options.filling }),
    `${route} route, ${engine} kernels, ${boundWords(errorBound, parameters)}`,
  ];
  const sections = configurations.map((configuration, index) =>
    [
      configuration.name ?? `configuration ${index}`,
      totals(configuration, parameters, errorBound, options.bounds),
      ...(options.filling === undefined ? [] : [potentialWords(configuration)]),
      ...(options.forces ? ['', forceTable(configuration)] : []),
      ...(configuration.sites ? ['', siteTable(configuration.sites)] : []),
      ...(configuration.spectrum ? ['', spectrumTable(configuration.spectrum)] : []),
    ].join('\n'),
  );
  const compared = comparison
    ? [comparisonTable(comparison, errorBound, parameters, options), ...directionWords(parameters)]
    : [];
  return `${[head.join('\n'), ...sections, ...compared].join('\n\n')}\n`;
}

/** From the lowest up, with what each needs to be there: its μ at a filling, its electrons at a μ. */
function comparisonTable(
  { quantity, ranking }: VariationalComparison,
  errorBound: number,
  { lattice, temperature }: ModelParameters,
  { filling, bounds }: EvaluationTextOptions,
): string {
  const bound = Math.max(((temperature || 1) * errorBound) / presentCount(lattice), SHOWN_PER_LEVEL);
  const rows = ranking.map(({ name, perSite, aboveLowest, density, chemicalPotential }) => [
    name,
    withinBound(perSite, bound),
    withinBound(aboveLowest, bound),
    filling === undefined
      ? withinBound(density, Math.max(bounds.density, SHOWN_PER_LEVEL))
      : fixed(chemicalPotential, LEVEL_DECIMALS),
  ]);
  const last = filling === undefined ? 'electrons per site' : 'μ';
  return table([['from the lowest up', `${quantity} per site`, 'above the lowest', last], ...rows]);
}

/** Terms whose energy changes when all spins turn together. */
const DIRECTED = ['field', 'singleIon', 'exchangeAxial', 'dzyaloshinskiiMoriya'];

/** Nobody turns the states to where such terms would have them. */
function directionWords(parameters: ModelParameters): string[] {
  const directed = termsOf(parameters).flatMap(({ key }) => (DIRECTED.includes(key) ? [spell(key, 'snake_case')] : []));
  if (directed.length === 0) return [];
  return [
    `States stand as they are named, the ferromagnet along z: with ${directed.join(', ')} their energies depend on that.`,
  ];
}

function totals(
  { logWeight, freeEnergy, energy, density, effectiveEnergy }: ConfigurationEvaluation,
  { lattice, temperature }: ModelParameters,
  errorBound: number,
  bounds: EvaluationTextOptions['bounds'],
): string {
  const sites = presentCount(lattice);
  const shown = 2 * sites * SHOWN_PER_LEVEL;
  const freeEnergyBound = (temperature || 1) * errorBound;
  const isFromLevels = density <= bounds.density;
  const row = (name: string, total: number, bound: number, least = bound) => {
    const known = isFromLevels ? 0 : bound;
    return [name, resolved(total, known, least), resolved(total / sites, known / sites, least / sites)];
  };
  return table([
    ['', 'total', 'per site'],
    row('log W', logWeight, errorBound),
    row('free energy F', freeEnergy, freeEnergyBound),
    ...(effectiveEnergy === undefined ? [] : [row('learned energy', effectiveEnergy, freeEnergyBound)]),
    row('energy U', energy, bounds.energy, Math.max(bounds.energy, shown)),
    row('electrons', density * sites, bounds.density * sites, Math.max(bounds.density * sites, shown)),
  ]);
}

/** `μ  −1.2345678901, anything from −1.3 to −1.1 will do` */
function potentialWords({ chemicalPotential, chemicalPotentialInterval }: ConfigurationEvaluation): string {
  const value = fixed(chemicalPotential, LEVEL_DECIMALS);
  if (!chemicalPotentialInterval) return `μ = ${value}`;
  const [low, high] = chemicalPotentialInterval.map((bound) => fixed(bound, LEVEL_DECIMALS));
  return `μ = ${value}: anything between ${low} and ${high} will do`;
}

/** A value with the digits that a bound of `shown` leaves; where there are none, with those that a bound of `known` leaves. */
function resolved(value: number, known: number, shown: number): string {
  const size = Math.abs(value);
  if (!(size > 0 && size < 10 * shown && size > 10 * known)) return withinBound(value, shown);
  return value.toPrecision(Math.min(SMALL_DIGITS, Math.floor(Math.log10(size / known))));
}

function forceTable({ forces }: ConfigurationEvaluation): string {
  const rows = forces.map((force, site) => [
    String(site),
    ...force.map((component) => fixed(component, FORCE_DECIMALS)),
  ]);
  return table([['site', '−∂F/∂Sx', '−∂F/∂Sy', '−∂F/∂Sz'], ...rows]);
}

function siteTable(sites: readonly SiteAverage[]): string {
  const rows = sites.map(({ density, moment }, site) => [
    String(site),
    ...[density, ...moment].map((value) => fixed(value, SITE_DECIMALS)),
  ]);
  return table([['site', '⟨n⟩', '⟨σx⟩', '⟨σy⟩', '⟨σz⟩'], ...rows]);
}

function spectrumTable(levels: readonly number[]): string {
  const lines = Array.from({ length: Math.ceil(levels.length / LEVELS_PER_LINE) }, (_, line) => line * LEVELS_PER_LINE);
  const rows = lines.map((first) => [
    String(first),
    ...levels.slice(first, first + LEVELS_PER_LINE).map((level) => fixed(level, LEVEL_DECIMALS)),
  ]);
  return table([['level', 'E_n'], ...rows]);
}

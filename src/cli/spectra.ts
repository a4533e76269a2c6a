/** `spinformer spectra`: spectral functions and conductivities of the electrons in a run. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { RunSpectra, SpectraOptions, SpectraSource } from '../results/spectra/spectra-of-run.ts';
import {
  addConfigurationChoices,
  type ConfigurationChoices,
  configurationsFor,
  hasConfigurations,
} from './configurations.ts';
import { collect, positiveInteger } from './options.ts';

interface SpectraChoices extends ConfigurationChoices {
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly path?: string;
  readonly broadening?: number;
  readonly energies?: Float64Array;
  readonly frequencies?: Float64Array;
  readonly configurations: number;
  readonly sites?: boolean;
  readonly conductivities: boolean;
  readonly chern?: boolean;
  readonly workers?: number;
  readonly figures?: boolean;
  readonly engine?: 'wasm' | 'typescript';
}

const HELP = `
Averages with error bars over configurations that the run keeps: density of states, A(k, ω) along a path through the zone, optical
conductivity and its dc limit, and in two dimensions σ_xy; or the same of named configurations, or of those in a file. Of a tempered run they are those of its lowest temperature. Energies of electrons are
those of the levels, which do not count from μ. Docs: guide/spectra.

A path has names joined by hyphens, G-X-M-G, or corners in units of reciprocal vectors: "0,0 1/2,0 1/2,1/2".

Examples:
  spinformer spectra runs/talk-6x6
  spinformer spectra runs/talk-6x6 --path M-G-X --broadening 0.1 --figures
  spinformer spectra examples/triangular-states.toml --named tetrahedral --chern --set model.temperature=0.01
  spinformer spectra runs/talk-6x6 --energies -6:6:241 --frequencies 0:8:161 --json > spectra.json`;

export function addSpectra(program: Command): void {
  const command = program
    .command('spectra')
    .description('density of states, spectral functions and conductivities of the electrons in a run')
    .argument('<path>', 'directory of a run, or a spec with --named or --spins');
  addConfigurationChoices(command)
    .option('--set <section.key=value>', 'override one value of the spec (repeatable)', collect)
    .option('--path <corners>', 'wave vectors of A(k, ω) (default: one through the points of high symmetry)')
    .option(
      '--broadening <eta>',
      'half width of every line (default: T, or a fiftieth of the largest energy)',
      positiveNumber,
    )
    .option('--energies <from:to:count>', 'energies of electrons (default: 201 over the band)', grid)
    .option('--frequencies <from:to:count>', 'frequencies of light (default: 201 up to twice the largest energy)', grid)
    .option('--configurations <number>', 'configurations at most, evenly chosen', positiveInteger, 100)
    .option('--sites', 'the density of states of every site too')
    .option('--no-conductivities', 'leave them out, as beyond 1024 sites: the rest comes from resolvents')
    .option('--chern', 'the Chern number of the levels below μ too, from twists: 64 times the work')
    .option('--workers <number>', 'configurations at the same time (default: one per core)', positiveInteger)
    .option('--figures', 'write figures to RUN/figures')
    .addOption(new Option('--engine <name>', 'kernels, instead of the fastest').choices(['wasm', 'typescript']))
    .option('--json', 'machine-readable output')
    .addHelpText('after', HELP)
    .action(run);
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Expected a number greater than 0.');
}

const MOST_POINTS = 100_000;

/** from:to:count, evenly spaced. */
function grid(text: string): Float64Array {
  const [from, to, count, ...rest] = text.split(':').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const isGrid = Number.isFinite(from) && from < to && to < Number.POSITIVE_INFINITY && rest.length === 0;
  if (isGrid && Number.isInteger(count) && count >= 2 && count <= MOST_POINTS)
    return Float64Array.from({ length: count }, (_, k) => from + (k * (to - from)) / (count - 1));
  throw new InvalidArgumentError('Expected from:to:count with from < to and a count of 2 or more, as in 0:8:161.');
}

async function run(path: string, choices: SpectraChoices): Promise<void> {
  const { spectraOfRun } = await import('../results/spectra/spectra-of-run.ts');
  const { lineInPlace } = await import('../runner/line-in-place.ts');
  const isGiven = hasConfigurations(choices);
  if (isGiven && choices.figures)
    throw new InputError('--figures: expected a run, whose folder they go to, found a spec');
  const source = await (isGiven ? givenConfigurations(path, choices) : keptConfigurations(path, choices));
  const options = await optionsOf(choices, source.parameters.lattice);
  const line = lineInPlace(process.stderr);
  const spectra = await spectraOfRun(source, options, (done, all) =>
    line.show(() => [`${done} of ${all} configurations`], done === all),
  );
  if (choices.figures) await writeFigures(path, spectra);
  await print(spectra, choices.json === true);
}

async function keptConfigurations(directory: string, { configurations }: SpectraChoices): Promise<SpectraSource> {
  const { openRun } = await import('../store/store.ts');
  const { holdsStudy } = await import('../store/study.ts');
  const { readRunData, withData } = await import('../results/summary/run-data.ts');
  const { spectraSource } = await import('../results/spectra/spectra-of-run.ts');
  if (holdsStudy(directory))
    throw new InputError(
      `${directory}: expected a run, found a study: name one of its points, ${directory}/points/NAME`,
    );
  return withData(
    () => readRunData(openRun(directory)),
    (data) => spectraSource(data, configurations),
  );
}

async function givenConfigurations(file: string, choices: SpectraChoices): Promise<SpectraSource> {
  const { readSpec } = await import('../store/read-spec.ts');
  const { modelParameters } = await import('../spec/model-parameters.ts');
  const { withStandIn } = await import('../spec/stand-in.ts');
  const { givenSource } = await import('../results/spectra/given.ts');
  const spec = await readSpec(file, choices.set);
  return givenSource(spec, await configurationsFor(modelParameters(withStandIn(spec)).lattice, choices));
}

/** Beyond so many sites the vectors of all levels take minutes for each configuration. */
const MOST_SITES_WITH_VECTORS = 1024;

async function optionsOf(choices: SpectraChoices, lattice: Lattice): Promise<SpectraOptions> {
  const { availableParallelism } = await import('node:os');
  const { momentumCorners } = await import('../spectra/corners.ts');
  const { momentumPath } = await import('../spectra/momentum-path.ts');
  const { defaultEngine } = await import('../wasm/engine.ts');
  return {
    ...choices,
    path: momentumPath(lattice, momentumCorners(lattice, choices.path)),
    isLocal: choices.sites === true,
    hasConductivities: choices.conductivities && lattice.siteCount <= MOST_SITES_WITH_VECTORS,
    hasChernNumber: choices.chern === true,
    engine: choices.engine ?? defaultEngine(),
    workers: choices.workers ?? availableParallelism(),
  };
}

async function writeFigures(directory: string, spectra: RunSpectra): Promise<void> {
  const { withPackagesFor } = await import('../store/optional-packages.ts');
  const { writeSpectraFigures } = await withPackagesFor(
    'reports with figures',
    () => import('../report/spectra/figures.ts'),
  );
  for (const file of writeSpectraFigures(directory, spectra)) process.stderr.write(`${file}\n`);
}

async function print(spectra: RunSpectra, json: boolean): Promise<void> {
  const { spectraJson } = await import('../results/spectra/spectra-json.ts');
  const { spectraText } = await import('../report/spectra/text.ts');
  process.stdout.write(json ? `${JSON.stringify(spectraJson(spectra))}\n` : spectraText(spectra));
}

/** `spinformer bench`: how fast this machine is, beside LAPACK and PyTorch. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PARTS, type Part } from '../bench/result.ts';
import { InputError } from '../errors.ts';
import { positiveInteger } from './options.ts';

const HELP = `
engine        log weight, forces, local sweep and spectrum, beside LAPACK
transformer   gradient and force beside PyTorch; an iteration of Levenberg-Marquardt
flows         proposals of flows and gradients for their training, beside the exact weight
samplers      effective samples of m_s² of self-learning, hybrid and local Monte Carlo, beside the latter two on LAPACK
start-up      the command itself
growth        log weight, forces, a step with and without measurements, learned models and their training against the number of sites,
              on square and cubic lattices, with fitted exponents
main-job      ./spinformer run examples/talk-6x6.toml, once, by part; in a checkout

With fewer rounds some samplers may stay without an error bar, and then without a result.
LAPACK takes part where Debian's python3-numpy and libopenblas0-pthread are installed, PyTorch where its python3-torch is.
All parts together take about eight minutes.`;

export function addBench(program: Command): void {
  program
    .command('bench')
    .description(
      'time the exact weight, the transformer, flows, whole samplers and start-up, beside their rivals in the same run, and how times grow',
    )
    .addOption(new Option('--only <part...>', 'these parts alone').choices(PARTS).default(PARTS, 'all'))
    .option(
      '--sizes <list>',
      'engine: lengths of the square lattices, separated by commas',
      lengths,
      [4, 6, 8, 10, 12, 16, 20],
    )
    .option(
      '--rounds <number>',
      'rounds, in each of which everything is timed once; medians are reported',
      positiveInteger,
      7,
    )
    .option('--figure <file>', 'growth: draw it, as SVG')
    .option('--json', 'machine-readable output')
    .addHelpText('after', HELP)
    .action(run);
}

interface BenchChoices {
  readonly only: readonly Part[];
  readonly sizes: number[];
  readonly rounds: number;
  readonly figure?: string;
  readonly json?: boolean;
}

async function run({ only, sizes, rounds, figure, json }: BenchChoices): Promise<void> {
  const { runBench } = await import('../bench/bench.ts');
  const { benchText } = await import('../report/bench.ts');
  const { isStandardOutput } = await import('../store/store.ts');
  const draw = figure === undefined ? undefined : await painter(only);
  const takesOutput = figure !== undefined && isStandardOutput(figure);
  if (takesOutput && json) throw new InputError('expected --json or a figure on standard output, found both');
  const progress = (text: string) => process.stderr.write(`${text} done\n`);
  const report = await runBench({ parts: only, sizes, rounds, progress });
  (takesOutput ? process.stderr : process.stdout).write(json ? `${JSON.stringify(report)}\n` : benchText(report));
  // Last: minutes of measurements are safe by then, whatever becomes of the file.
  if (draw) await draw(report, figure as string);
}

/** Throws before anything is measured where there is nothing to draw, or where the packages that draw are not installed. */
async function painter(parts: readonly Part[]) {
  if (!parts.includes('growth'))
    throw new InputError(`--figure: expected growth among the parts, found ${parts.join(', ')}`);
  const { withPackagesFor } = await import('../store/optional-packages.ts');
  const load = () => import('../report/bench/growth-picture.ts');
  return (await withPackagesFor('reports with figures', load)).writeGrowthPicture;
}

function lengths(text: string): number[] {
  return text.split(',').map(evenLength);
}

function evenLength(text: string): number {
  const value = positiveInteger(text);
  if (value % 2 === 1)
    throw new InvalidArgumentError('Lengths must be even: the quaternion route needs two sublattices.');
  return value;
}

/** `spinformer bench`: how fast this machine is, beside LAPACK. */
import { type Command, InvalidArgumentError } from 'commander';
import { positiveInteger } from './options.ts';

export function addBench(program: Command): void {
  program
    .command('bench')
    .description('time log weight, forces, local sweep and spectrum, beside LAPACK in the same run')
    .option('--sizes <list>', 'lengths of the square lattices, separated by commas', lengths, [4, 6, 8, 10, 12, 16, 20])
    .option('--rounds <number>', 'turns that everyone takes; medians are reported', positiveInteger, 7)
    .option('--json', 'machine-readable output')
    .addHelpText('after', "\nLAPACK takes part where Debian's python3-numpy and libopenblas0-pthread are installed.")
    .action(run);
}

interface BenchChoices {
  readonly sizes: number[];
  readonly rounds: number;
  readonly json?: boolean;
}

async function run({ sizes, rounds, json }: BenchChoices): Promise<void> {
  const { runBench } = await import('../bench/bench.ts');
  const { benchText } = await import('../report/bench.ts');
  const progress = (length: number) => process.stderr.write(`${length}×${length} done\n`);
  const report = await runBench({ sizes, rounds, budget: 30, progress });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : benchText(report));
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

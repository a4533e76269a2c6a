/** `spinformer status`: how far a run or a study is, once or for as long as it takes. */
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { duration } from './time-limit.ts';

const HELP = `
Of a directory whose tasks were listed, by work or submit, it also says who is at work, by the signs of life that tasks leave once a minute, and what Slurm has in
its queue, where that answers. The time left is by what samples have taken so far, on the cores that are at work.

Examples:
  spinformer status /scratch/me/study
  spinformer status /scratch/me/study --watch --interval 1m`;

interface StatusChoices {
  readonly watch?: boolean;
  readonly interval?: number;
}

/** Seconds between two looks. */
const INTERVAL = 10;

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('how far a run or a study is')
    .argument('<directory>', 'directory of a run or a study')
    .option('--watch', 'look again and again until all is done: in place on a terminal, else a line each time')
    .option('--interval <time>', `with --watch: time between two looks (default: ${INTERVAL}s)`, duration)
    .addHelpText('after', HELP)
    .action(status);
}

async function status(directory: string, { watch, interval }: StatusChoices): Promise<void> {
  if (interval !== undefined && !watch) throw new InputError('--interval: expected --watch beside it');
  const { directoryStatus } = await import('../report/directory-status.ts');
  if (!watch) {
    process.stdout.write(directoryStatus(directory).text);
    return;
  }
  const show = process.stdout.isTTY ? inPlace() : lineByLine;
  for (;;) {
    const now = directoryStatus(directory);
    show(now);
    if (now.isOver) return;
    await new Promise((resolve) => setTimeout(resolve, 1000 * (interval ?? INTERVAL)));
  }
}

interface Shown {
  readonly text: string;
  readonly line: string;
}

/** With the time, by which a log is read. */
const lineByLine = ({ line }: Shown): boolean =>
  process.stdout.write(`${new Date().toISOString().slice(0, 19)}Z  ${line}\n`);

/** Repaints what it has written before. A line is cut where the terminal ends: one that goes on in the next row would be counted wrongly. */
function inPlace(): (shown: Shown) => void {
  let height = 0;
  return ({ text }) => {
    const { rows = 24, columns = 80 } = process.stdout;
    const lines = text.trimEnd().split('\n');
    const cut = lines.slice(0, rows - 1).map((line) => [...line].slice(0, columns - 1).join(''));
    const up = height > 0 ? `\u001B[${height}A` : '';
    process.stdout.write(`${up}\r\u001B[J${cut.join('\n')}\n`);
    height = cut.length;
  };
}

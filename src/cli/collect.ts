/** `spinformer collect`: copies of a run or a study that have grown on several machines become one. */
import type { Command } from 'commander';

const HELP = `
Copies of a directory may go on on different machines. What they have in common must agree to the bit; what only one of them has is taken over. Nothing
that is there is changed, and copies are only read.

Example:
  spinformer collect runs/study /mnt/cluster/study laptop/study`;

export function addCollect(program: Command): void {
  program
    .command('collect')
    .description('take over chains from copies of a run or a study')
    .argument('<directory>', 'directory of a run or a study')
    .argument('<copies...>', 'copies of it')
    .addHelpText('after', HELP)
    .action(collectCopies);
}

async function collectCopies(directory: string, copies: readonly string[]): Promise<void> {
  const { collect } = await import('../cluster/collect.ts');
  const { count } = await import('../words/count.ts');
  for (const copy of copies) {
    const { segments, runs } = collect(directory, copy);
    process.stdout.write(`${copy}: ${count(segments, 'segment')} taken over from ${count(runs, 'run')}\n`);
  }
}

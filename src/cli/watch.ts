/** `spinformer watch`: a window on a run or a study, in a browser. */
import type { Command } from 'commander';

const HELP = `
The page shows how far the chains and the training are, observables with error bars, spins of the last checkpoint, and warnings as they arise; of a
study, its points as curves that grow. It only reads the directory, which another machine may be writing to, and also shows runs that are
finished or were killed. Ctrl-C closes the window; the run does not notice.

Only this machine can reach it, or one with the ssh line that is printed. With --host others can who have the whole address, which contains a
token: the connection is not encrypted.

Examples:
  spinformer watch runs/talk-6x6
  spinformer watch runs/study-order --port 8080
  spinformer watch runs/talk-6x6 --host 192.168.0.7`;

interface WatchChoices {
  readonly port?: string;
  readonly host?: string;
}

export function addWatch(program: Command): void {
  program
    .command('watch')
    .description('a window on a run or a study, in a browser')
    .argument('<directory>', 'directory of a run or a study')
    .option('--port <number>', 'port to listen on (default: any that is free)')
    .option(
      '--host <address>',
      'listen on this interface instead, for those who have the token (default: this machine alone)',
    )
    .addHelpText('after', HELP)
    .action(watch);
}

async function watch(directory: string, { port, host }: WatchChoices): Promise<void> {
  const { holdsStudy } = await import('../store/study.ts');
  const { portNamed } = await import('../watch/port.ts');
  const { openWindow, tunnelWords } = await import('../watch/window.ts');
  const { interruptionBySignals } = await import('../runner/interruption.ts');
  holdsStudy(directory);
  const opened = await openWindow({ directory, port: portNamed(port), host });
  process.stdout.write(`${opened.url}\n`);
  if (host === undefined) process.stderr.write(`${tunnelWords(opened.url)}\n`);
  const { signal } = interruptionBySignals();
  signal.addEventListener('abort', () => void opened.close());
}

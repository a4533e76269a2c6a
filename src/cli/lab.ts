/** `spinformer lab`: the page, served to this machine alone. */
import type { Command } from 'commander';

const LOOPBACK = '127.0.0.1';

const HELP = `
The page computes in the browser; the server only hands out its files, to this machine alone. Ctrl-C ends it.

Examples:
  spinformer lab
  spinformer lab --port 8080`;

export function addLab(program: Command): void {
  program
    .command('lab')
    .description('serve the page that samples in a browser')
    .option('--port <number>', 'port to listen on (default: any that is free)')
    .addHelpText('after', HELP)
    .action(run);
}

async function run({ port }: { port?: string }): Promise<void> {
  const { portNamed } = await import('../watch/port.ts');
  const { readAssets } = await import('../watch/assets.ts');
  const { servePage } = await import('../watch/server.ts');
  const { interruptionBySignals } = await import('../runner/interruption.ts');
  const server = await servePage({ assets: readAssets(), host: LOOPBACK, port: portNamed(port) });
  process.stdout.write(`${server.url}\n`);
  const { signal } = interruptionBySignals();
  signal.addEventListener('abort', () => void server.close());
}

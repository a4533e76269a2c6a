/** `spinformer check`: what a spec means and what it costs. */
import type { Command } from 'commander';
import { addModelChoices, type ModelChoices, modelOptions } from './options.ts';

const help = (keys: string) => `
Measures for about a second on random spins; what would take much longer is estimated.

Examples:
  spinformer check examples/evaluate-6x6.toml
  spinformer check examples/triangular.toml --set lattice.size=[12,12] --json

Keys of a spec, with their defaults:

${keys}`;

export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .description('validate a spec; print the model, its route, and time and memory of its parts')
    .argument('<spec>', 'TOML file');
  addModelChoices(command).action(run);
  program.hook('preSubcommand', async (_, chosen) => {
    if (chosen !== command) return;
    const { specKeysText } = await import('../report/spec-keys.ts');
    command.addHelpText('after', help(specKeysText()));
  });
}

async function run(file: string, options: ModelChoices): Promise<void> {
  const { createModel } = await import('../exact/create.ts');
  const { check } = await import('../evaluate/check.ts');
  const { sampledParameters } = await import('../spec/model-parameters.ts');
  const { withStandIn } = await import('../spec/stand-in.ts');
  const { readSpec } = await import('../store/read-spec.ts');
  const { checkText } = await import('../report/check.ts');
  const spec = await readSpec(file, options.set);
  const model = createModel(sampledParameters(withStandIn(spec)), modelOptions(options));
  const result = check(spec, model);
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : checkText(result, model.parameters));
}

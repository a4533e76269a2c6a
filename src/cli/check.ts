/** `spinformer check`: what a spec means and what it costs. */
import type { Command } from 'commander';
import type { Survey } from '../evaluate/study/shapes.ts';
import type { Spec } from '../spec/spec.ts';
import type { Study } from '../spec/study.ts';
import { addModelChoices, type ModelChoices, modelOptions } from './options.ts';

const help = (keys: string) => `
Measures for about a second on random spins; what would take much longer is estimated. Of a study it lists the points with what each is going to cost
one core, from measurements on a few of them, and the cost of all with what it is spent on; that of training, with its fits, is right to a factor of two or so.

Examples:
  spinformer check examples/evaluate-6x6.toml
  spinformer check examples/triangular.toml --set lattice.size=[12,12] --json
  spinformer check examples/study-order.toml

Keys of a spec, with their defaults:

${keys}`;

export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .description('validate a spec or a study; print models, routes, and time and memory of their parts')
    .argument('<spec>', 'TOML file');
  addModelChoices(command).action(run);
  program.hook('preSubcommand', async (_, chosen) => {
    if (chosen !== command) return;
    const { specKeysText } = await import('../report/spec-keys.ts');
    command.addHelpText('after', help(specKeysText()));
  });
}

async function run(file: string, options: ModelChoices): Promise<void> {
  const { readText } = await import('../store/read-text.ts');
  const { parseSpecOrStudy } = await import('../spec/sweep/parse-study.ts');
  const { latticesBeside } = await import('../store/lattice-files.ts');
  const { createSurvey } = await import('../evaluate/study/shapes.ts');
  const text = await readText(file, 'spec');
  const survey = createSurvey(modelOptions(options));
  const parsed = parseSpecOrStudy(text, file, options.set, survey.accept, latticesBeside(file));
  const { study, spec } = parsed;
  const { prepareStarts } = await import('../run/conductor/start-file.ts');
  await prepareStarts(parsed);
  await (study ? checkAll(study, survey, options) : checkOne(spec, options));
}

async function checkOne(spec: Spec, options: ModelChoices): Promise<void> {
  const { createModel } = await import('../exact/create.ts');
  const { check } = await import('../evaluate/check.ts');
  const { sampledParameters } = await import('../spec/model-parameters.ts');
  const { withStandIn } = await import('../spec/stand-in.ts');
  const { checkText } = await import('../report/check.ts');
  const model = createModel(sampledParameters(withStandIn(spec)), modelOptions(options));
  const result = check(spec, model);
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : checkText(result, model.parameters));
}

async function checkAll(study: Study, survey: Survey, options: ModelChoices): Promise<void> {
  const { checkStudy } = await import('../evaluate/study/check-study.ts');
  const { checkStudyText } = await import('../report/check-study.ts');
  const { idleSeeds } = await import('../spec/sweep/realisations.ts');
  const result = checkStudy(study, survey.shapes());
  process.stderr.write(idleSeeds(study));
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : checkStudyText(result));
}

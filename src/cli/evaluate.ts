/** `spinformer evaluate`: the exact model on given configurations. */
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import type { ModelParameters } from '../exact/model.ts';
import { presentCount } from '../lattice/disorder/occupation.ts';
import {
  addConfigurationChoices,
  type ConfigurationChoices,
  configurationsFor,
  hasConfigurations,
  namesOf,
} from './configurations.ts';
import { addModelChoices, type ModelChoices, modelOptions } from './options.ts';

interface EvaluateOptions extends ModelChoices, ConfigurationChoices {
  readonly model?: string;
  readonly forces?: boolean;
  readonly spectrum?: boolean;
  readonly sites?: boolean;
}

const EXAMPLES = `
The file of spins holds unit vectors in site order i = x + L_x y (+ L_x L_y z), basis index fastest, as one of
  JSON      {"configurations": [[[x, y, z], …], …]}, or what export --format json writes
  columns   x y z on a line per site, before it the number of the site or its position where there is one
  .npy      (N, 3), (M, N, 3) for M configurations, or (L_y, L_x, 3) with the last index but one along x; float64 or float32
  OVF 2.0   text or binary: mumax³, OOMMF, Spirit
  a segment of a run, chain-001/segment-001.sqlite, or an export of a run (json, npy, ovf, h5).
Its contents tell which. float32 numbers, and other lengths than 1, take --normalise. Forces are −∂F/∂S_i; --json always
has them.

Examples:
  spinformer evaluate examples/evaluate-6x6.toml --named neel
  spinformer evaluate examples/triangular-states.toml --named ferromagnet,tetrahedral,120-degree,stripe
  spinformer evaluate examples/talk-6x6.toml --named neel --model runs/talk-6x6/models/effective.json
  spinformer evaluate examples/kondo-6x6.toml --spins examples/kondo-6x6-spins.json --forces
  spinformer evaluate spec.toml --spins - --json --set model.temperature=0.1 < spins.json`;

export function addEvaluate(program: Command): void {
  const command = program
    .command('evaluate')
    .description('log weight, energies, forces and spectrum of spin configurations')
    .argument('<spec>', 'TOML file with [lattice] and [model]');
  addConfigurationChoices(command)
    .option('--model <card>', 'add the energy of a learned model: its card, RUN/models/effective.json of a run')
    .option('--forces', 'print the forces of all sites')
    .option('--sites', 'print the density and the local moment ⟨c†σc⟩ of the electrons at every site')
    .option('--spectrum', 'print the 2N one-electron levels');
  addModelChoices(command).addHelpText('after', EXAMPLES).action(run);
}

async function run(file: string, options: EvaluateOptions): Promise<void> {
  if (!hasConfigurations(options)) throw new InputError('expected --spins FILE or --named NAME, found neither');
  const { readSpec } = await import('../store/read-spec.ts');
  const { createModel } = await import('../exact/create.ts');
  const { modelParameters } = await import('../spec/model-parameters.ts');
  const { evaluate } = await import('../evaluate/evaluate.ts');
  const { evaluateFilled } = await import('../evaluate/evaluate-filled.ts');
  const { withNames } = await import('../evaluate/variational-comparison.ts');
  const { withStandIn } = await import('../spec/stand-in.ts');
  const { evaluationText } = await import('../report/evaluation.ts');
  const spec = await readSpec(file, options.set);
  const { filling } = spec.model;
  const parameters = modelParameters(withStandIn(spec));
  const modelAt = (chemicalPotential: number) =>
    createModel({ ...parameters, chemicalPotential }, modelOptions(options));
  const model = modelAt(parameters.chemicalPotential);
  const configurations = await configurationsFor(model.parameters.lattice, options);
  const effective = await learnedModelFor(model.parameters, options);
  const chosen = { spectrum: options.spectrum === true, sites: options.sites === true, effective };
  const bare =
    filling === undefined
      ? evaluate(model, configurations, chosen)
      : evaluateFilled(model, modelAt, filling, configurations, chosen);
  const siteCount = presentCount(model.parameters.lattice);
  const evaluation = options.named ? withNames(bare, namesOf(options.named), { filling, siteCount }) : bare;
  const bounds = model.measurementErrors;
  const text = evaluationText(evaluation, model.parameters, { forces: options.forces === true, bounds, filling });
  process.stdout.write(options.json ? `${JSON.stringify(evaluation)}\n` : text);
}

async function learnedModelFor(parameters: ModelParameters, { model, engine }: EvaluateOptions) {
  if (model === undefined) return undefined;
  const { loadModelFile } = await import('../run/training/model-file.ts');
  return loadModelFile(parameters, model, engine);
}

/** A project that uses the package: what it writes, and how it is compiled. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import declared from '../../package.json' with { type: 'json' };
import { ROOT } from './installation.ts';

export const SPEC = `
lattice.size = [2, 4]
model.temperature = 0.1
effective.kind = "linear"
training.exact_evaluations = 40
sampling = { chains = 2, samples = 200, warm_up = 50, seed = 5 }
`;

/** JavaScript, for versions of Node that run nothing else. */
export const LIBRARY = `
import { createModel, namedConfiguration } from 'spinformer';
import { modelParameters, parseSpec } from 'spinformer/spec';
const model = createModel(modelParameters(parseSpec(${JSON.stringify(SPEC)}, 'spec.toml', [])));
export const logWeight = model.logWeight(namedConfiguration('random', model.parameters.lattice, { seed: 1 }));
`;

const TYPED = `
import { createLattice, createModel, type Lattice, namedConfiguration, type SpinFermionModel } from 'spinformer';
import { resolveSpec, resolveStudy, type Spec, type Study } from 'spinformer/spec';
const lattice: Lattice = createLattice({ kind: 'square', size: [4, 4] });
const model: SpinFermionModel = createModel({ lattice, temperature: 0.1 });
export const logWeight: number = model.logWeight(namedConfiguration('random', lattice, { seed: 1 }));
export const spec: Spec = resolveSpec({ lattice: { size: [4, 4] } });
export const study: Study = resolveStudy({ sweep: { lattice: { size: [[4, 4], [6, 6]] } } });
// @ts-expect-error: a wrong type is noticed, so types are found
export const wrong: string = model.logWeight(new Float64Array(48));
`;

/** What modules can import of the package. */
const ENTRIES = Object.keys(declared.exports)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => name.replace('.', declared.name));

const EVERYTHING = ENTRIES.map((name, index) => `export * as entry${index} from '${name}';\n`).join('');

export function writeConsumer(folder: string): void {
  writeFileSync(join(folder, 'spec.toml'), SPEC);
  writeFileSync(join(folder, 'library.mjs'), LIBRARY);
  writeFileSync(join(folder, 'print.mjs'), `import { logWeight } from './library.mjs';\nconsole.log(logWeight);\n`);
  writeFileSync(join(folder, 'typed.mts'), TYPED);
  writeFileSync(join(folder, 'everything.mts'), EVERYTHING);
}

/** What TypeScript has to say: of the declarations too, and of nothing that the consumer has not installed. */
export function typeErrors(folder: string, module: string, moduleResolution: string): string {
  const strict = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'es2022', types: [] };
  const settings = { compilerOptions: { ...strict, module, moduleResolution }, files: ['typed.mts', 'everything.mts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout;
}

/** One script for browsers, which leaves `consumer.logWeight`. */
export async function browserBundle(folder: string): Promise<string> {
  const options = { bundle: true, platform: 'browser', format: 'iife', globalName: 'consumer', write: false } as const;
  const { outputFiles } = await build({ entryPoints: [join(folder, 'library.mjs')], ...options });
  return outputFiles[0].text;
}

/** Standard output, standard error and exit code of the installed command. */
export const commandOf =
  (node: string, folder: string) =>
  (...line: string[]) => {
    const command = [join(folder, 'node_modules/spinformer', declared.bin.spinformer), ...line];
    const { status, stdout, stderr } = spawnSync(node, command, { cwd: folder, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

export const printedBy = (node: string, folder: string): string =>
  execFileSync(node, [join(folder, 'print.mjs')], { encoding: 'utf8' });

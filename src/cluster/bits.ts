/** A fingerprint of the arithmetic of this machine: machines whose fingerprints differ must not work on one directory. */
import { prepareSpec } from '../chain/prepare-spec.ts';
import { createProgram } from '../chain/spec-chain.ts';
import { createEffectiveModel } from '../effective/create.ts';
import { fnv1a } from '../numeric/fnv.ts';
import { modelParameters } from '../spec/model-parameters.ts';
import { parseSpec, type Spec } from '../spec/spec.ts';

/** Both factorisations, gradients, single moves, a fit and its proposals: what most runs are made of, in a fifth of a second. */
const SPECS = [
  'sampling = { method = "hmc", seed = 1 }\nlattice.size = [4, 4]',
  'sampling = { method = "local", seed = 2 }\nlattice = { kind = "triangular", size = [3, 4] }\nmodel.field = [0.1, 0.2, 0.3]',
  'sampling = { method = "self-learning", seed = 3, proposal = "decorrelated" }\nlattice.size = [4, 4]\neffective.kind = "linear"\ntraining.exact_evaluations = 20',
];
const STEPS = 4;

/** Eight hexadecimal digits for each of a few short chains. The elementary functions are part of every one. */
export const bitsOfThisMachine = (): string => SPECS.map(bitsOfChain).join(' ');

function bitsOfChain(text: string): string {
  const spec = parseSpec(text, 'fingerprint');
  const chain = createProgram(prepareSpec(spec)).start(spec.sampling.seed, 1);
  const rows = Array.from({ length: STEPS }, () => chain.advance().row);
  const { spins } = chain.checkpoint();
  return bitsOf([...rows, spins, gradientAt(spec, spins)]);
}

/** The gradient of a transformer before its training. */
function gradientAt(spec: Spec, spins: Float64Array): Float64Array {
  const model = createEffectiveModel(modelParameters(spec), { kind: 'transformer' });
  const gradient = new Float64Array(model.parameters.length);
  model.energyAndGradient(spins, gradient);
  return gradient;
}

/** NaN stands for what was not measured; its bits are the processor's. */
function bitsOf(rows: readonly Float64Array[]): string {
  const values = rows.flatMap((row) => [...row]).filter((value) => !Number.isNaN(value));
  return fnv1a(new Uint8Array(Float64Array.from(values).buffer));
}

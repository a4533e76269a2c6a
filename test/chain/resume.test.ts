/** A chain that goes on from any of its checkpoints has the bits of one that was never interrupted, with every method. */
import { describe, expect, it } from 'vitest';
import { prepareSpec } from '../../src/chain/prepare-spec.ts';
import { createProgram } from '../../src/chain/spec-chain.ts';
import { METHOD_NAMES, methodNamed } from '../../src/sampling/samplers/methods.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { follow, resumed } from './following.ts';

const LEARNED = 'training.exact_evaluations = 30';
const LINEAR = `effective.kind = "linear"\n${LEARNED}`;
const NETWORK = `effective = { kind = "transformer", shells = 1, blocks = 1 }\n${LEARNED}`;

const flowOn = (base: string) => `flow = { base = "${base}", layers = 2, exact_evaluations = 500 }`;

const METHODS = [
  ['local', ''],
  ['hmc', ''],
  ['self-learning', LINEAR],
  ['self-learning', NETWORK],
  ['reweighting', LINEAR],
  ['delayed-acceptance', NETWORK],
  ['annealed', LINEAR],
  ['annealed', NETWORK],
  ['flow', flowOn('uniform')],
  ['reweighting', flowOn('uniform')],
  ['self-learning', `${LINEAR}\n${flowOn('learned')}`],
  ['self-learning', `${NETWORK}\n${flowOn('learned')}`],
  ['reweighting', `${LINEAR}\n${flowOn('learned')}`],
  ['annealed', `${LINEAR}\n${flowOn('learned')}`],
] as const;

const SYSTEMS = [
  ['two sites, cold', 'lattice = { kind = "chain", size = [2] }\nmodel.temperature = 0.05', 390],
  ['square', 'lattice.size = [4, 4]\nmodel.temperature = 0.05', 60],
  [
    'triangular',
    'lattice = { kind = "triangular", size = [3, 2] }\nmodel = { coupling = -6, chemical_potential = -3.4, temperature = 0.1 }',
    60,
  ],
  ['tempered', 'lattice.size = [2, 2]\ntempering = { temperatures = [0.05, 0.08, 0.15], exchange_every = 2 }', 60],
  ['twisted, in a field', 'lattice = { size = [2, 2], twist = [0.2, 0] }\nmodel = { field = [0.1, 0.2, 0.3] }', 60],
] as const;

it('leaves no method out', () => {
  expect(new Set(METHODS.map(([method]) => method))).toEqual(new Set(METHOD_NAMES));
});

describe.each(SYSTEMS)('%s', (_, system, samples) => {
  const isTempered = system.includes('tempering');
  const isLadder = ([method, learned]: (typeof METHODS)[number]) =>
    !methodNamed(method).independent && !learned.includes('flow');
  const methods = METHODS.filter((one) => !isTempered || isLadder(one));
  it.each(methods)('%s %s', (method, effective) => {
    const text = `${system}\nsampling = { method = "${method}", samples = ${samples}, warm_up = 20 }\n${effective}`;
    const spec = parseSpec(text, 'spec.toml');
    const program = createProgram(prepareSpec(spec));
    const { rows, checkpoints } = follow(program.start(7, 1), samples);
    const every = Math.max(1, Math.floor(samples / 40));
    for (let from = 1; from < samples; from += every) {
      const rest = follow(resumed(program, checkpoints[from - 1]), Math.min(3 * every, samples - from));
      rest.rows.forEach((row, k) => {
        expect(row, `sample ${from + k} after an interruption at ${from}`).toEqual(rows[from + k]);
        expect(rest.checkpoints[k]).toEqual(checkpoints[from + k]);
      });
    }
  });
});

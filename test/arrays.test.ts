/** Arrays of the wrong length, and numbers that are none, are refused where the library is entered. */
import { describe, expect, it } from 'vitest';
import {
  createEffectiveModel,
  createLattice,
  createModel,
  decorrelatedProposals,
  effectiveHmc,
  heatBathKernel,
  hmcSampler,
  InputError,
  innerChain,
  localSampler,
  MODEL_DEFAULTS,
  type ModelParameters,
  measuring,
  namedConfiguration,
  observablesFor,
  permuteConfiguration,
  philoxStream,
  reweightingSampler,
  rotateConfiguration,
  type Sampler,
  selfLearningSampler,
  validateConfiguration,
} from '../src/index.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const parameters: ModelParameters = {
  ...MODEL_DEFAULTS,
  lattice,
  temperature: 0.1,
};
const spins = namedConfiguration('random', lattice);
const force = new Float64Array(48);
const wrongLength = (name: string, found: string, expected = 48) =>
  new InputError(`${name}: expected an array of ${expected} numbers, found ${found}`);

/** Short, long, missing: each would be read past its end or in part. */
const WRONG: [string, Float64Array][] = [
  ['47', spins.subarray(0, 47)],
  ['51', new Float64Array(51)],
  ['0', new Float64Array()],
  ['undefined', undefined as unknown as Float64Array],
];

function withNaN(): Float64Array {
  const copy = spins.slice();
  copy[7] = Number.NaN;
  return copy;
}

const notFinite = new InputError('spins: expected finite numbers, found NaN at index 7');

describe.each(['quaternion', 'complex', 'dense'] as const)('the exact model, %s', (route) => {
  const model = createModel(parameters, { route });
  const calls = {
    logWeight: (wrong: Float64Array) => model.logWeight(wrong),
    logWeightAndForce: (wrong: Float64Array) => model.logWeightAndForce(wrong, force),
    measure: (wrong: Float64Array) => model.measure(wrong),
    spectrum: (wrong: Float64Array) => model.spectrum(wrong),
    localUpdater: (wrong: Float64Array) => model.localUpdater(wrong),
    measuring: (wrong: Float64Array) => measuring(model, [])({ spins: wrong, logWeight: 0, logImportance: 0 }),
  };

  it.each(Object.keys(calls) as (keyof typeof calls)[])('%s', (name) => {
    for (const [found, wrong] of WRONG) expect(() => calls[name](wrong)).toThrow(wrongLength('spins', found));
    if (name !== 'logWeightAndForce') expect(() => calls[name](withNaN())).toThrow(InputError);
  });

  it('wants room for the forces, and a site that is there', () => {
    expect(() => model.logWeightAndForce(spins, new Float64Array(16))).toThrow(wrongLength('force', '16'));
    const updater = model.localUpdater(spins);
    for (const site of [16, -1, 0.5])
      expect(() => updater.propose(site, 0, 0, 1)).toThrow(/^site: expected a number from 0 to 15/);
  });
});

it('names the place of what is not a number', () => {
  const model = createModel(parameters);
  expect(() => model.logWeight(withNaN())).toThrow(notFinite);
  expect(() => model.measure(withNaN())).toThrow(notFinite);
  // Trajectories that diverge are told by it.
  expect(model.logWeightAndForce(withNaN(), force)).toBeNaN();
});

it('says how a list of vectors becomes an array', () => {
  const nested = Array.from({ length: 16 }, () => [0, 0, 1]) as unknown as Float64Array;
  expect(() => createModel(parameters).logWeight(nested)).toThrow('validateConfiguration makes one array');
  expect(() => validateConfiguration(spins as unknown as number[][], 16)).toThrow(
    new InputError('spins: expected 16 of them, one [x, y, z] per site, found an array of numbers, 48 in all'),
  );
});

describe('learned models', () => {
  it.each([
    { kind: 'linear' },
    { kind: 'transformer' },
    { kind: 'nodal' },
    { kind: 'convolution' },
    { kind: 'plain-cnn' },
    { kind: 'standard-attention' },
    [{ kind: 'linear' }, { kind: 'nodal' }],
  ])('%j', (choice) => {
    const model = createEffectiveModel(parameters, choice);
    const count = model.parameters.length;
    const gradient = new Float64Array(count);
    for (const [found, wrong] of WRONG) {
      expect(() => model.energy(wrong)).toThrow(wrongLength('spins', found));
      expect(() => model.energyAndForce(wrong, force)).toThrow(wrongLength('spins', found));
      expect(() => model.energyAndGradient(wrong, gradient)).toThrow(wrongLength('spins', found));
    }
    expect(() => model.energyAndForce(spins, gradient.subarray(1))).toThrow('force: expected an array of 48 numbers');
    expect(() => model.energyAndGradient(spins, new Float64Array(count + 1))).toThrow(
      wrongLength('gradient', `${count + 1}`, count),
    );
  });
});

it('samplers do not start anywhere else, and kernels do not advance', () => {
  const model = createModel(parameters);
  const linear = createEffectiveModel(parameters, { kind: 'linear' });
  const kernel = innerChain({ effective: linear }, 0.1, { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 });
  const samplers: Sampler[] = [
    hmcSampler(model),
    localSampler(model),
    selfLearningSampler(model, kernel),
    reweightingSampler(model, kernel),
  ];
  const random = philoxStream(1, 1);
  const kernels = [kernel, effectiveHmc(linear, 0.1), heatBathKernel(linear as never, 0.1)];
  for (const [found, wrong] of WRONG.slice(0, 3)) {
    for (const sampler of samplers)
      expect(() => sampler.start(wrong), sampler.name).toThrow(wrongLength('spins', found));
    for (const { name, advance } of kernels) expect(() => advance(wrong.slice(), random), name).toThrow(InputError);
    expect(() => decorrelatedProposals()(linear, 0.1, wrong, random)).toThrow(InputError);
  }
  for (const sampler of samplers) expect(() => sampler.start(withNaN()), sampler.name).toThrow(notFinite);
});

it('observables measure configurations of their lattice', () => {
  const measurement = createModel(parameters).measure(spins);
  for (const { name, evaluate } of observablesFor(parameters).primary)
    for (const [found, wrong] of WRONG)
      expect(() => evaluate(wrong, measurement), name).toThrow(wrongLength('spins', found));
});

it('symmetry operations fit their configurations', () => {
  expect(() => permuteConfiguration(spins, new Int32Array(15))).toThrow(wrongLength('spins', '48', 45));
  expect(() =>
    rotateConfiguration(spins.subarray(0, 47), [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]),
  ).toThrow(new InputError('spins: expected 3 numbers per site, found 47 in all'));
  expect(() =>
    rotateConfiguration(spins, [
      [1, 0, 0],
      [0, 1, 0],
    ]),
  ).toThrow(new InputError('matrix: expected 3 rows, found 2'));
  expect(() =>
    rotateConfiguration(spins, [
      [1, 0],
      [0, 1],
      [0, 0],
    ]),
  ).toThrow(wrongLength('matrix, row 0', '2', 3));
  expect(() =>
    rotateConfiguration(spins, [
      [1, 0, Number.NaN],
      [0, 1, 0],
      [0, 0, 1],
    ]),
  ).toThrow('matrix, row 0: expected finite');
});

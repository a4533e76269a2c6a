/** One lattice of the growth: the models on it, as a run makes them. */
import { createEffectiveModel } from '../../effective/create.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { initialise } from '../../effective/start.ts';
import { createModel } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { modelParameters } from '../../spec/model-parameters.ts';
import { resolveSpec, type Spec } from '../../spec/spec.ts';
import { namedConfiguration } from '../../spins/named.ts';
import { MODEL } from '../model.ts';

/** Heisenberg model with all shells, and the transformer of the README's main job. */
const LINEAR = { kind: 'linear', shells: 'all' } as const;
const TRANSFORMER = { kind: 'transformer', shells: 6, blocks: 3 } as const;
/** The coupling of nearest neighbours, antiferromagnetic, in units of t. What it is does not change the time. */
const COUPLING = -0.05;
/** Standard deviation of the transformer's parameters: its inner chain moves. */
const SPREAD = 0.01;

/** The lattices on which growth is measured, periodic and with even lengths, so that all of them take the quaternion route. */
export interface GrowingLattice {
  readonly kind: 'square' | 'cubic';
  readonly size: readonly number[];
}

export interface Setting {
  /** A chain that reweights: every step has a proposal that is evaluated and measured, whatever was learned. */
  readonly spec: Spec;
  readonly exact: SpinFermionModel;
  readonly spins: Float64Array;
  readonly linear: EffectiveModel;
  readonly transformer: EffectiveModel;
}

export function settingOf(lattice: GrowingLattice): Setting {
  // Chains have the tolerance of sampling, which is their default.
  const { tolerance: _, ...model } = MODEL;
  const sampling = { method: 'reweighting', chains: 1, samples: 100_000, warmUp: 0 } as const;
  const spec = resolveSpec({ lattice, model, effective: LINEAR, sampling });
  const parameters = modelParameters(spec);
  const linear = createEffectiveModel(parameters, [LINEAR]);
  linear.parameters[1] = COUPLING;
  const transformer = createEffectiveModel(parameters, [TRANSFORMER]);
  initialise(transformer, philoxStream(1, 0), SPREAD);
  const spins = namedConfiguration('random', parameters.lattice, { seed: 1 });
  return { spec, exact: createModel(parameters), spins, linear, transformer };
}

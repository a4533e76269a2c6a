/** The parameters of the model of a spec. */
import { InputError } from '../errors.ts';
import { MODEL_DEFAULTS, withClassicalDefaults } from '../exact/defaults.ts';
import type { ModelParameters } from '../exact/model.ts';
import { latticeOf } from './lattice-of.ts';
import type { Spec } from './spec.ts';

/** Bound on the error of log W in a chain: it changes averages by 2e-6 of their spread at most, a hundredth of the smallest error bars. */
export const SAMPLING_TOLERANCE = 1e-6;

/**
 * The lattice and the parameters of the exact model that a spec describes, for evaluating configurations. Throws InputError for a spec with a filling, whose
 * chemical potential is still to be found: prepareSpec finds it.
 */
export const modelParameters = (spec: Spec): ModelParameters => withTolerance(spec, MODEL_DEFAULTS.tolerance);

/** The same for sampling, which decides by differences of log W and needs fewer digits: docs/exactness.md. */
export const sampledParameters = (spec: Spec): ModelParameters => withTolerance(spec, SAMPLING_TOLERANCE);

function withTolerance(spec: Spec, tolerance: number): ModelParameters {
  const { model } = spec;
  const { filling, chemicalPotential, ...others } = model;
  if (chemicalPotential === undefined) throw new InputError(unknown(filling));
  const electrons = { chemicalPotential, tolerance: model.tolerance ?? tolerance };
  return withClassicalDefaults({ lattice: latticeOf(spec), ...others, ...electrons });
}

const unknown = (filling: number | undefined): string =>
  `model.filling: expected a chemical potential, which is still to be found, found the filling ${filling}\n  prepareSpec of the library finds it`;

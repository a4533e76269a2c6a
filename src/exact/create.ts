/** Builds a model and picks the fastest route that is exact for it. */
import { InputError } from '../errors.ts';
import { defaultEngine, type Engine } from '../wasm/engine.ts';
import { requireKnownKeys } from '../words/known-keys.ts';
import { checkedModel } from './checked-model.ts';
import { type ModelInput, withDefaults } from './defaults.ts';
import { denseModel } from './dense-model.ts';
import { groundStateModel } from './ground-state-model.ts';
import type { Route, SpinFermionModel } from './model.ts';
import { poleModel } from './pole-model.ts';
import { generalSpectrum } from './spectrum/general-spectrum.ts';
import { quaternionSpectrum } from './spectrum/quaternion-spectrum.ts';
import { type SpinFermionSystem, spinFermionSystem } from './system.ts';
import { withVacancies } from './with-vacancies.ts';

/** How a model is computed; everything has a default. */
export interface ModelOptions {
  /** The route; the fastest possible one where left out. */
  readonly route?: Route;
  /** The kernels: WebAssembly where the host supports it, unless chosen otherwise. */
  readonly engine?: Engine;
  /**
   * Wanted error per level of `measure` on the fast routes, in units of the cutoff; 1e-11 where left out. Long chains do with less: 1e-7 is far below any
   * error bar and takes half the time.
   */
  readonly measurementTolerance?: number;
}

const OPTIONS = ['route', 'engine', 'measurementTolerance'] satisfies (keyof ModelOptions)[];

const MEASUREMENT_TOLERANCE = 1e-11;

/** Sites up to which a full diagonalisation takes less time than the expansion that would avoid it. */
const SMALL = 64;

/**
 * A spin-fermion model (docs/method.md §1): H = −Σ t c†c + h.c. + (J/2) Σ S·c†σc with classical spins of unit length. Parameters that are left out have
 * the defaults of a spec; `parameters` of the model has all of them.
 *
 * Quaternions serve real hopping between two sublattices at μ = 0; complex blocks serve everything else at T > 0; at T = 0 the levels are summed one by one. The route "dense" by name is
 * the full diagonalisation that all of it is tested against.
 * Throws `InputError` for a route that the model does not allow.
 */
export function createModel(input: ModelInput, options: ModelOptions = {}): SpinFermionModel {
  requireKnownKeys('options of the model', options, OPTIONS);
  const parameters = withDefaults(input);
  const system = spinFermionSystem(parameters);
  const engine = options.engine ?? defaultEngine();
  const route = options.route ?? fastestRoute(system);
  const obstacle = obstacleTo(route, system);
  if (obstacle) {
    throw new InputError(`route "${route}" ${obstacle}; leave the route out, or choose "${fastestRoute(system)}"`);
  }
  const model = modelOf(system, route, engine, options);
  const { siteCount } = parameters.lattice;
  return checkedModel(system.siteCount === siteCount ? model : withVacancies(model, parameters, system.sites));
}

function modelOf(system: SpinFermionSystem, route: Route, engine: Engine, options: ModelOptions): SpinFermionModel {
  if (route === 'dense' && (options.route === 'dense' || system.siteCount <= SMALL)) return denseModel(system);
  const spectrum = whenAsked(() => fastSpectrum(system, engine, options.route));
  if (route === 'dense') return groundStateModel(system, engine, spectrum);
  return poleModel(system, route, engine, {
    spectrum,
    tolerance: options.measurementTolerance ?? MEASUREMENT_TOLERANCE,
  });
}

function fastestRoute({ sublattice, parameters }: SpinFermionSystem): Route {
  if (parameters.temperature === 0) return 'dense';
  return sublattice && parameters.chemicalPotential === 0 ? 'quaternion' : 'complex';
}

/** Why a route cannot serve the model; undefined when it can. */
function obstacleTo(route: Route, { sublattice, parameters }: SpinFermionSystem): string | undefined {
  if (route === 'dense') return undefined;
  if (parameters.temperature === 0) return 'needs a temperature above zero';
  if (route === 'complex') return undefined;
  if (!sublattice) return 'needs real hopping between two sublattices only';
  return parameters.chemicalPotential === 0 ? undefined : 'needs chemical potential 0';
}

/** Levels need more memory than log weights do, and most chains never ask for them. */
function whenAsked(make: () => (spins: Float64Array) => Float64Array): (spins: Float64Array) => Float64Array {
  let made: ReturnType<typeof make> | undefined;
  return (spins) => {
    made ??= make();
    return made(spins);
  };
}

/** Pairs ±E exist at any μ, so the quaternion spectrum serves the complex route too, unless that was asked for by name. */
function fastSpectrum({ hopping, sublattice, couplings }: SpinFermionSystem, engine: Engine, wanted?: Route) {
  return sublattice && wanted !== 'complex'
    ? quaternionSpectrum(hopping, sublattice, couplings, engine)
    : generalSpectrum(hopping, couplings, engine);
}

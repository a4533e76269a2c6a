/**
 * T = 0: energies from the levels, forces from a Fermi function that is indistinguishable from a step.
 *
 * The density matrix θ(μ − H) depends on which levels are filled and on nothing else. With the levels known, μ may stand anywhere between the last filled and
 * the first empty one, and the step may be as wide as the gap allows: f((E − μ)/T) with T = gap/36 is within e^{−36} = 2e-16 of it at every level. So the
 * poles of the finite temperature give the forces of T = 0, exact to rounding, without a single eigenvector. A level at μ itself is half filled, as f(0) = ½ says too.
 */
import type { Engine } from '../wasm/engine.ts';
import { atFermiLevel, levelAverages } from './averages.ts';
import { denseModel } from './dense-model.ts';
import type { ModelParameters, SpinFermionModel } from './model.ts';
import { poleModel } from './pole-model.ts';
import { type SpinFermionSystem, spinFermionSystem } from './system.ts';
import { LARGEST_RATIO } from './validate.ts';

/** Gap over temperature: e^{−36} is the rounding of 1. */
const SHARPNESS = 36;
/** Tolerance of log W at that temperature: forces are T times its gradient. */
const TOLERANCE = 1e-10;

/** The model at T = 0. `spectrum`: spins (3N) ↦ the 2N levels, ascending. Eigenvectors of the dense route are needed only where levels nearly meet at μ. */
export function groundStateModel(
  system: SpinFermionSystem,
  engine: Engine,
  spectrum: (spins: Float64Array) => Float64Array,
): SpinFermionModel {
  const { parameters, classical } = system;
  const dense = denseModel(system);
  const forces = smearedForces(system, engine, spectrum);
  const model: SpinFermionModel = {
    ...dense,
    engine,
    spectrum,
    measure: (spins) => levelAverages(spectrum(spins), classical.energy(spins), parameters),
    logWeight: (spins) => model.measure(spins).logWeight,
    logWeightAndForce(spins, force) {
      const ensemble = smearing(spectrum(spins), system);
      if (!ensemble) return dense.logWeightAndForce(spins, force);
      forces(ensemble, spins, force);
      return Number.NaN;
    },
  };
  return model;
}

type Smearing = Pick<ModelParameters, 'temperature' | 'chemicalPotential'>;

/** The temperature and μ that stand for the step; undefined where the gap is too small for any expansion. */
function smearing(levels: Float64Array, { parameters, cutoff }: SpinFermionSystem): Smearing | undefined {
  const { chemicalPotential } = parameters;
  const isAt = atFermiLevel(levels, chemicalPotential);
  const below = levels.findLast((level) => level < chemicalPotential && !isAt(level)) ?? Number.NEGATIVE_INFINITY;
  const above = levels.find((level) => level > chemicalPotential && !isAt(level)) ?? Number.POSITIVE_INFINITY;
  const isOpen = Number.isFinite(above - below) && !levels.some(isAt);
  const centre = isOpen ? (below + above) / 2 : chemicalPotential;
  const gap = Math.min(above - centre, centre - below, cutoff);
  // By halves, so that configurations share expansions.
  let temperature = cutoff;
  while (SHARPNESS * temperature > gap) temperature /= 2;
  const largest = cutoff + Math.abs(centre - chemicalPotential);
  return largest / temperature <= LARGEST_RATIO ? { temperature, chemicalPotential: centre } : undefined;
}

type Forces = (smearing: Smearing, spins: Float64Array, force: Float64Array) => void;

/** The model of the last smearing is kept: many configurations share one. */
function smearedForces(
  system: SpinFermionSystem,
  engine: Engine,
  spectrum: (spins: Float64Array) => Float64Array,
): Forces {
  let last: { readonly smearing: Smearing; readonly model: SpinFermionModel } | undefined;
  return (smearing, spins, force) => {
    const { temperature, chemicalPotential } = smearing;
    if (last?.smearing.temperature !== temperature || last.smearing.chemicalPotential !== chemicalPotential) {
      const smeared = spinFermionSystem({ ...system.parameters, temperature, chemicalPotential, tolerance: TOLERANCE });
      const arithmetic = smeared.sublattice && chemicalPotential === 0 ? 'quaternion' : 'complex';
      last = { smearing, model: poleModel(smeared, arithmetic, engine, { spectrum, tolerance: TOLERANCE }) };
    }
    last.model.logWeightAndForce(spins, force);
  };
}

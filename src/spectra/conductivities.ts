/** The conductivities of one configuration in all directions of space. */
import type { ModelParameters } from '../exact/model.ts';
import type { Eigenvectors } from '../exact/spectrum/eigenvectors.ts';
import type { Engine } from '../wasm/engine.ts';
import type { Conductivities } from './choice.ts';
import {
  conductivityWeight,
  type Electrons,
  hallConductivity,
  kineticTerm,
  opticalConductivity,
} from './conductivity.ts';
import type { Spectrum } from './lorentzian.ts';
import { matrixElements } from './matrix-elements.ts';
import { applyVelocity, massOfVectors, velocityMatrices } from './velocity.ts';
import { volumeOf } from './volume.ts';

/** A function from levels and vectors to conductivities at the temperature and chemical potential of the model; T > 0. */
export function conductivitiesOf(
  { lattice, hopping, flux, chemicalPotential, temperature }: ModelParameters,
  light: Spectrum,
  engine: Engine,
): (system: Eigenvectors) => Conductivities {
  const velocities = velocityMatrices(lattice, hopping, flux);
  const { left, right, out, multiply } = matrixElements(2 * lattice.siteCount, engine);
  const volume = volumeOf(lattice);
  return ({ levels, vectors, dimension }) => {
    const electrons: Electrons = { levels, chemicalPotential, temperature, volume };
    left.set(vectors);
    let along: Float64Array | undefined;
    let hall: number | undefined;
    const directions = velocities.map((velocity, c) => {
      applyVelocity(velocity, vectors, dimension, right);
      multiply();
      if (lattice.dimension === 2 && c === 0) along = out.slice();
      if (along && c === 1) hall = hallConductivity(electrons, along, out);
      return oneDirection(electrons, out, massOfVectors(velocity, vectors, dimension), light);
    });
    return { ...meanOf(directions), hallConductivity: hall };
  };
}

type Direction = Omit<Conductivities, 'hallConductivity'>;

function oneDirection(electrons: Electrons, velocity: Float64Array, masses: Float64Array, light: Spectrum): Direction {
  const atZero: Spectrum = { frequencies: new Float64Array(1), broadening: light.broadening };
  return {
    opticalConductivity: opticalConductivity(electrons, velocity, light),
    dcConductivity: opticalConductivity(electrons, velocity, atZero)[0],
    conductivityWeight: conductivityWeight(electrons, velocity),
    kineticWeight: (Math.PI / electrons.volume) * kineticTerm(electrons, masses),
  };
}

function meanOf(directions: readonly Direction[]): Direction {
  const mean = (value: (one: Direction) => number) =>
    directions.reduce((sum, one) => sum + value(one), 0) / directions.length;
  return {
    opticalConductivity: directions[0].opticalConductivity.map((_, k) =>
      mean(({ opticalConductivity: values }) => values[k]),
    ),
    dcConductivity: mean((one) => one.dcConductivity),
    conductivityWeight: mean((one) => one.conductivityWeight),
    kineticWeight: mean((one) => one.kineticWeight),
  };
}

/** H_0 + H_1 + H_2 + H_3 on the manifold, its free energy, and the derivatives of that. */
import { newMatrix } from '../../numeric/linear-algebra/complex-matrix.ts';
import { addFirstOrder, firstOrderBack } from './first-order.ts';
import { freeEnergyOf } from './free-energy.ts';
import type { Propagator } from './propagators.ts';
import { addHalfAnticommutator, oddTimesEven, oddTimesVector } from './renormalisation.ts';
import {
  clear,
  collectVertices,
  contraction,
  fillVertices,
  newRows,
  overlaps,
  propagate,
  propagateBack,
  type VectorRows,
} from './rows.ts';
import { addEvenProduct, addTurnedRows } from './second-order.ts';
import type { NodalSpace } from './setup.ts';
import { copyInto, fromComplex, newSpinMatrix, type SpinMatrix, setZero, toComplex } from './spin-matrix.ts';
import { addOddProduct, middlesOf, oddProductBack } from './third-order.ts';

interface NodalHamiltonian {
  /** The energy of the electrons. `spins`: s = (J/2) S; `smeared`: Σ_s w_s P_s s. */
  energy(spins: Float64Array, smeared: Float64Array): number;
  /** Adds ∂E/∂s with the smeared ones held to `slope`, and ∂E/∂(smeared) to `smearedSlope`. */
  energyAndSlope(spins: Float64Array, smeared: Float64Array, slope: Float64Array, smearedSlope: Float64Array): number;
  /** ∂E/∂c_l, ∂E/∂d_l, ∂E/∂g_l; adds ∂E/∂(smeared) to `smearedSlope`. */
  energyAndGradient(
    spins: Float64Array,
    smeared: Float64Array,
    gradient: Float64Array,
    smearedSlope: Float64Array,
  ): number;
}

const FORCE = { sites: 'of a', factor: 4 } as const;
const DUAL = { sites: 'of b', factor: 2 } as const;

/** The Hamiltonian on the manifold. `parameters`: live, c_l, d_l, g_l. With f = f(H), dE = Tr[f dH]. */
export function nodalHamiltonian(space: NodalSpace, parameters: Float64Array): NodalHamiltonian {
  const { groups, second, loss, third, bare, manifold } = space;
  const size = manifold.momenta.length;
  const levelCount = manifold.levels.length;
  const middles = middlesOf(third.links);
  // H_1 stays within groups, X follows its links: what is left of H_1 X, f H_1 and f X.
  const ahead = loss.links.map(([p, q]) => [p, p, q] as const);
  const behind = loss.links.map(([p, q]) => [p, q, q] as const);
  const within = loss.links.map(([p, q]) => [q, p, q] as const);
  const matrices = () => ({ even: newSpinMatrix(size), odd: newSpinMatrix(size) });
  const [hamiltonian, density] = [matrices(), matrices()];
  const [first, firstDensity] = [newSpinMatrix(size), newSpinMatrix(size)];
  const [lost, lossDensity] = [newSpinMatrix(size), newSpinMatrix(size)];
  const [complex, complexDensity] = [newMatrix(2 * size, 2 * size), newMatrix(2 * size, 2 * size)];
  const [vertices, secondRows, lossRows, thirdRows] = [
    newRows(groups),
    newRows(groups),
    newRows(groups),
    newRows(groups),
  ];
  const [slopes, dual] = [newRows(groups), newRows(groups)];
  const transported = { ...newRows(groups), scalar: new Float64Array(vertices.x.length) };
  const overlap = new Float64Array(groups.siteOrder.length * groups.siteOrder.length);
  const unused = new Float64Array(3 * groups.siteOrder.length);
  const freeEnergy = freeEnergyOf(2 * size, space.temperature);

  function build(spins: Float64Array, smeared: Float64Array): void {
    second.update(parameters.subarray(0, levelCount).map((c) => -c));
    loss.update(parameters.subarray(levelCount, 2 * levelCount));
    third.update(parameters.subarray(2 * levelCount));
    fillVertices(groups, spins, vertices);
    propagate(groups, second.links, second.sum, vertices, secondRows);
    propagate(groups, loss.links, loss.sum, vertices, lossRows);
    propagate(groups, third.links, third.sum, vertices, thirdRows);
    const { even, odd } = hamiltonian;
    setZero(even);
    even.u.set(bare);
    addEvenProduct(groups, second.links, vertices, secondRows, even);
    setZero(lost);
    addEvenProduct(groups, loss.links, vertices, lossRows, lost);
    setZero(first);
    addFirstOrder(groups, smeared, first);
    copyInto(first, odd);
    addOddProduct(groups, middles, spins, thirdRows, odd);
    addHalfAnticommutator(groups, ahead, [first, lost], oddTimesEven, -1, odd);
    toComplex(even, odd, complex);
  }

  /** Derivatives with respect to H and to X, and `smearedSlope`. */
  function differentiate(smearedSlope: Float64Array): number {
    const energy = freeEnergy.valueAndDensity(complex, complexDensity);
    fromComplex(complexDensity, density.even, density.odd);
    setZero(lossDensity);
    addHalfAnticommutator(groups, behind, [density.odd, first], oddTimesVector, 1, lossDensity);
    copyInto(density.odd, firstDensity);
    addHalfAnticommutator(groups, within, [density.odd, lost], oddTimesEven, -1, firstDensity);
    firstOrderBack(groups, firstDensity, smearedSlope);
    return energy;
  }

  /** The derivative of Tr f A G A with respect to x_l of G = Σ_l x_l G_l. */
  function levelGradient({ levels, links }: Propagator, rows: VectorRows, sign: number, out: Float64Array): void {
    overlaps(groups, links, vertices, rows, overlap);
    levels.forEach((level, l) => {
      out[l] = sign * contraction(groups, links, overlap, level);
    });
  }

  function evenGradient(propagator: Propagator, matrix: SpinMatrix, sign: number, out: Float64Array): void {
    clear(dual);
    addTurnedRows(groups, propagator.links, matrix, vertices, DUAL, dual);
    levelGradient(propagator, dual, sign, out);
  }

  return {
    energy(spins, smeared) {
      build(spins, smeared);
      return freeEnergy.value(complex);
    },
    energyAndSlope(spins, smeared, slope, smearedSlope) {
      build(spins, smeared);
      const energy = differentiate(smearedSlope);
      oddProductBack(groups, middles, density.odd, spins, thirdRows, transported, { rows: dual, spins: slope });
      clear(slopes);
      propagateBack(groups, third.links, third.sum, dual, slopes);
      addTurnedRows(groups, second.links, density.even, secondRows, FORCE, slopes);
      addTurnedRows(groups, loss.links, lossDensity, lossRows, FORCE, slopes);
      collectVertices(groups, slopes, slope);
      return energy;
    },
    energyAndGradient(spins, smeared, gradient, smearedSlope) {
      build(spins, smeared);
      const energy = differentiate(smearedSlope);
      evenGradient(second, density.even, -1, gradient.subarray(0, levelCount));
      evenGradient(loss, lossDensity, 1, gradient.subarray(levelCount, 2 * levelCount));
      oddProductBack(groups, middles, density.odd, spins, thirdRows, transported, { rows: dual, spins: unused });
      levelGradient(third, dual, 1, gradient.subarray(2 * levelCount));
      return energy;
    },
  };
}

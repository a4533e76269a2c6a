/** One spin of one layer: there and back, and reverse mode. */
import { type CosineMap, createDerivatives } from '../maps/cosine-map.ts';
import { reverseDerivatives } from '../maps/inverse-map.ts';
import type { FlowTables } from '../tables.ts';
import type { TwinField } from './field.ts';
import { mapParameters } from './map-parameters.ts';
import { cutOf, moveShortly, moveSpin, SHORTEST } from './spin-move.ts';
import { type Pull, pullBack, pullBackShortly, pullOf } from './spin-pull.ts';
import type { FlowState, MoveRecord } from './state.ts';
import { addScaledAt, copyAt, createVector, dot, dotAt } from './vectors.ts';

export function spinMoves(tables: FlowTables, state: FlowState, field: TwinField, map: CosineMap) {
  const { shellCount, splineCount, width, counts } = tables;
  const { spins, adjoint, sums, sumAdjoints, moves } = state;
  const site = mapParameters(tables, state);
  const [spinAdjoint, fieldAdjoint] = [createVector(), createVector()];
  const invariantAdjoint = new Float64Array(shellCount);
  const reversed = createDerivatives(splineCount + 1);
  const by = new Float64Array(splineCount + 1);
  const pull: Pull = { byCosine: 0, byImage: 0, stretch: 0, along: 0 };
  const gainOf = ({ affine }: MoveRecord): number => affine[splineCount];

  /** Sets h, the invariants and the parameters of the map. */
  function look(layer: number, k: number): void {
    const move = moves[k];
    field.look(layer, k, move.field);
    for (let s = 0; s < shellCount; s++) {
      const at = 3 * (move.site * shellCount + s);
      const count = counts[k * shellCount + s];
      move.invariants[s] = dotAt(sums, at, sums, at) / (count * count);
    }
    const length = Math.sqrt(dot(move.field, move.field));
    site.set(move, length, layer * width);
    move.length = length < SHORTEST && Math.abs(site.values[splineCount]) < SHORTEST ? 0 : length;
  }

  /** From ∂E/∂I to ∂E/∂F. */
  function invariantsBack(k: number): void {
    for (let s = 0; s < shellCount; s++) {
      const at = 3 * (moves[k].site * shellCount + s);
      const count = counts[k * shellCount + s];
      addScaledAt(sumAdjoints, at, (2 * invariantAdjoint[s]) / (count * count), sums, at);
    }
  }

  function moveFar(move: MoveRecord, isForward: boolean, withDerivatives: boolean): number {
    const { base, image, baseCut, imageCut, field: axis, length } = move;
    if (isForward) {
      cutOf(base, axis, length, baseCut);
      map.move(baseCut, site.values, 0, imageCut);
      moveSpin(base, axis, length, baseCut, imageCut, image);
    } else {
      cutOf(image, axis, length, imageCut);
      map.solve(imageCut, site.values, 0, baseCut);
      moveSpin(image, axis, length, imageCut, baseCut, base);
    }
    if (withDerivatives) map.differentiate(move.derivatives);
    return isForward ? imageCut.logSlope : -baseCut.logSlope;
  }

  return {
    /** From z to S, or back; returns the logarithm of the slope. */
    move(layer: number, k: number, isForward: boolean, withDerivatives: boolean): number {
      const move = moves[k];
      const [from, to] = isForward ? [move.base, move.image] : [move.image, move.base];
      copyAt(from, 0, spins, 3 * move.site);
      look(layer, k);
      const logSlope =
        move.length === 0
          ? moveShortly(from, move.field, isForward ? gainOf(move) : -gainOf(move), to)
          : moveFar(move, isForward, withDerivatives);
      copyAt(spins, 3 * move.site, to, 0);
      return logSlope;
    },
    /** The way back of a move in either direction, whose spin takes the place of the one that it led to; `byLog`: ∂E/∂ of the logarithm. */
    back(layer: number, k: number, ofForward: boolean, byLog: number, toParameters: boolean): void {
      const move = moves[k];
      const spin = ofForward ? move.base : move.image;
      copyAt(spins, 3 * move.site, spin, 0);
      copyAt(spinAdjoint, 0, adjoint, 3 * move.site);
      if (move.length === 0) {
        pullBackShortly(spin, ofForward ? gainOf(move) : -gainOf(move), spinAdjoint, byLog, fieldAdjoint);
      } else {
        const [from, to] = ofForward ? [move.baseCut, move.imageCut] : [move.imageCut, move.baseCut];
        if (!ofForward) reverseDerivatives(move.derivatives, reversed);
        const derivatives = ofForward ? move.derivatives : reversed;
        pullOf(spin, move.field, move.length, spinAdjoint, from, to, derivatives.slope, pull);
        for (let p = 0; p <= splineCount; p++) {
          by[p] = pull.byImage * derivatives.by[p] + byLog * derivatives.logSlopeBy[p];
        }
        const byLength = site.setBack(by, move, layer * width, invariantAdjoint, toParameters);
        const byCosine = pull.byCosine + byLog * derivatives.logSlopeByCosine;
        pullBack(spin, move.field, move.length, spinAdjoint, pull, byCosine, byLength, fieldAdjoint);
        invariantsBack(k);
      }
      copyAt(adjoint, 3 * move.site, spinAdjoint, 0);
      field.lookBack(layer, k, fieldAdjoint, toParameters);
    },
  };
}

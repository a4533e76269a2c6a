/** All layers in plain TypeScript: the operations of kernels/flow/ on each number in their order, hence bit-identical. */
import type { FieldKind } from '../fields.ts';
import type { FlowKernels } from '../kernels.ts';
import { composedMap } from '../maps/composed-map.ts';
import { createFisherMap } from '../maps/fisher-map.ts';
import { splineMap } from '../maps/spline-map.ts';
import type { FlowTables } from '../tables.ts';
import { attentionField } from './attention-field.ts';
import { componentField } from './component-field.ts';
import type { CreateTwinField } from './field.ts';
import { spinMoves } from './moves.ts';
import { shellField } from './shell-field.ts';
import { createState } from './state.ts';
import { crossBack, crossBoundary } from './sums.ts';

const FIELDS: Readonly<Record<FieldKind, CreateTwinField>> = {
  attention: attentionField,
  shells: shellField,
  components: componentField,
};

export function typescriptFlow(tables: FlowTables): FlowKernels {
  const { layerCount, active, splineCount } = tables;
  const state = createState(tables);
  const { parameters, gradient, spins, adjoint, sums, sumAdjoints } = state;
  const field = FIELDS[tables.kind](tables, state);
  const fisher = createFisherMap();
  const map = splineCount > 0 ? composedMap(splineMap((splineCount - 1) / 2), fisher) : fisher;
  const site = spinMoves(tables, state, field, map);

  function moveLayer(layer: number, isForward: boolean, withDerivatives: boolean): number {
    field.begin?.(layer);
    let sum = 0;
    for (let k = active.start[layer]; k < active.start[layer + 1]; k++)
      sum += site.move(layer, k, isForward, withDerivatives);
    return sum;
  }

  function moveLayerBack(layer: number, ofForward: boolean, byLog: number, toParameters: boolean): void {
    field.beginBack?.(layer);
    for (let k = active.start[layer]; k < active.start[layer + 1]; k++) {
      site.back(layer, k, ofForward, byLog, toParameters);
    }
    field.endBack?.(layer, toParameters);
  }

  /** The way back of the inverse, from z to S: `isMoving` if no pass has been there before. */
  function upwards(isMoving: boolean, byLog: number, toParameters: boolean): number {
    let sum = 0;
    sums.fill(0);
    sumAdjoints.fill(0);
    for (let layer = 0; layer < layerCount; layer++) {
      crossBoundary(tables, state, layer, false);
      if (isMoving) sum += moveLayer(layer, true, true);
      moveLayerBack(layer, false, byLog, toParameters);
      crossBack(tables, state, layer + 1, false);
    }
    return sum;
  }

  return {
    parameters,
    gradient,
    spins,
    adjoint,
    forward(withDerivatives) {
      let sum = 0;
      sums.fill(0);
      for (let layer = 0; layer < layerCount; layer++) {
        crossBoundary(tables, state, layer, false);
        sum += moveLayer(layer, true, withDerivatives);
      }
      return sum;
    },
    inverse(withDerivatives) {
      let sum = 0;
      sums.fill(0);
      for (let layer = layerCount - 1; layer >= 0; layer--) {
        crossBoundary(tables, state, layer + 1, true);
        sum += moveLayer(layer, false, withDerivatives);
      }
      return sum;
    },
    forwardBack(byLog, toParameters) {
      sums.fill(0);
      sumAdjoints.fill(0);
      for (let layer = layerCount - 1; layer >= 0; layer--) {
        crossBoundary(tables, state, layer + 1, true);
        moveLayerBack(layer, true, byLog, toParameters);
        crossBack(tables, state, layer, true);
      }
    },
    inverseBack(byLog, toParameters) {
      upwards(false, byLog, toParameters);
    },
    forwardWithScore: () => upwards(true, 1, false),
  };
}

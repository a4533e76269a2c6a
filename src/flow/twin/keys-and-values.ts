/** S̃^K and S̃^V of the sites that active ones attend to, those that they see before themselves, and the sums over them. */
import type { FlowTables } from '../tables.ts';
import type { FlowState } from './state.ts';
import { addScaledAt, dotAt, type Vector } from './vectors.ts';

export function keysAndValues(tables: FlowTables, state: FlowState) {
  const { siteCount, shellCount, layerCount, width, seen, active } = tables;
  const { parameters, gradient, spins, adjoint, sums, sumAdjoints } = state;
  const fields = () => Array.from({ length: layerCount }, () => new Float64Array(3 * siteCount));
  /** Of all layers, for the ways back. */
  const [keys, values] = [fields(), fields()];
  const [keyAdjoint, valueAdjoint] = [0, 1].map(() => new Float64Array(3 * siteCount));
  /** 1 at sites whose score is positive for an active one: others have no part in it. */
  const takesPart = new Uint8Array(siteCount);

  function project(site: number, isSeen: boolean, first: number, weight: number, out: Float64Array): void {
    const own = isSeen ? parameters[first + weight] : 0;
    let x = own * spins[3 * site];
    let y = own * spins[3 * site + 1];
    let z = own * spins[3 * site + 2];
    const row = 3 * shellCount * site;
    for (let s = 0; s < shellCount; s++) {
      const w = parameters[first + weight + 1 + s];
      x += w * sums[row + 3 * s];
      y += w * sums[row + 3 * s + 1];
      z += w * sums[row + 3 * s + 2];
    }
    out[3 * site] = x;
    out[3 * site + 1] = y;
    out[3 * site + 2] = z;
  }

  function projectBack(
    site: number,
    isSeen: boolean,
    first: number,
    weight: number,
    pull: Float64Array,
    toParameters: boolean,
  ): void {
    const at = 3 * site;
    const row = 3 * shellCount * site;
    if (isSeen) {
      addScaledAt(adjoint, at, parameters[first + weight], pull, at);
      if (toParameters) gradient[first + weight] += dotAt(pull, at, spins, at);
    }
    for (let s = 0; s < shellCount; s++) {
      const w = first + weight + 1 + s;
      addScaledAt(sumAdjoints, row + 3 * s, parameters[w], pull, at);
      if (toParameters) gradient[w] += dotAt(pull, at, sums, row + 3 * s);
    }
  }

  /** Visits the sites that are attended to in a layer. */
  function each(layer: number, visit: (site: number, isSeen: boolean) => void): void {
    for (let e = seen.start[layer]; e < seen.start[layer + 1]; e++) visit(seen.entry[e], true);
    for (let e = active.start[layer]; e < active.start[layer + 1]; e++) visit(active.entry[e], false);
  }

  const [keyWeights, valueWeights] = [shellCount + 1, 2 * (shellCount + 1)];
  return {
    look(layer: number): void {
      const first = layer * width;
      each(layer, (site, isSeen) => {
        project(site, isSeen, first, keyWeights, keys[layer]);
        project(site, isSeen, first, valueWeights, values[layer]);
      });
    },
    attend(layer: number, query: Vector, out: Vector): void {
      const [k, v] = [keys[layer], values[layer]];
      out.fill(0);
      each(layer, (site) => {
        const at = 3 * site;
        const score = dotAt(query, 0, k, at);
        if (score > 0) addScaledAt(out, 0, score, v, at);
      });
    },
    beginBack(layer: number): void {
      each(layer, (site) => {
        takesPart[site] = 0;
        keyAdjoint.fill(0, 3 * site, 3 * site + 3);
        valueAdjoint.fill(0, 3 * site, 3 * site + 3);
      });
    },
    /** Writes ∂E/∂ of the query. */
    attendBack(layer: number, query: Vector, pull: Vector, queryAdjoint: Vector): void {
      const [k, v] = [keys[layer], values[layer]];
      queryAdjoint.fill(0);
      each(layer, (site) => {
        const at = 3 * site;
        const score = dotAt(query, 0, k, at);
        if (!(score > 0)) return;
        takesPart[site] = 1;
        const slope = dotAt(pull, 0, v, at);
        addScaledAt(queryAdjoint, 0, slope, k, at);
        addScaledAt(keyAdjoint, at, slope, query, 0);
        addScaledAt(valueAdjoint, at, score, pull, 0);
      });
    },
    lookBack(layer: number, toParameters: boolean): void {
      const first = layer * width;
      each(layer, (site, isSeen) => {
        if (!takesPart[site]) return;
        projectBack(site, isSeen, first, keyWeights, keyAdjoint, toParameters);
        projectBack(site, isSeen, first, valueWeights, valueAdjoint, toParameters);
      });
    },
  };
}

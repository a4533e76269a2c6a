/** The formulas of the transformer with plain loops, nothing shared, nothing saved. */

/** Sites i + δ for all δ of a shell, either sign; shell 0 is the site itself. */
export type Neighbours = (site: number, shell: number) => readonly number[];

export interface ReferenceModel {
  readonly siteCount: number;
  readonly neighbours: Neighbours;
  /** The constant and J_1, J_2, … of the last output. */
  readonly constant: number;
  readonly couplings: readonly number[];
  /** J_0, J_1, … of the outputs before it. */
  readonly crossCouplings: readonly (readonly number[])[];
  /** [W_Q, W_K, W_V] of each block, from shell 0 on. */
  readonly blocks: readonly (readonly (readonly number[])[])[];
  readonly attends: (i: number, j: number) => boolean;
  /** What the attention sum is divided by. */
  readonly divisor: number;
}

type Vectors = readonly (readonly number[])[];

const dot = (a: readonly number[], b: readonly number[]) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const plus = (a: readonly number[], b: readonly number[], factor = 1) => a.map((value, c) => value + factor * b[c]);

export function referenceEnergy(model: ReferenceModel, spins: Float64Array): number {
  const outputs = [Array.from({ length: model.siteCount }, (_, i) => [...spins.subarray(3 * i, 3 * i + 3)])];
  for (const weights of model.blocks) outputs.push(block(model, weights, outputs[outputs.length - 1]));
  const last = outputs[outputs.length - 1];
  let energy = model.constant - readout(model, [0, ...model.couplings], last, last);
  model.crossCouplings.forEach((couplings, layer) => {
    energy -= readout(model, couplings, outputs[layer], last);
  });
  return energy;
}

function block(model: ReferenceModel, weights: readonly (readonly number[])[], spins: Vectors): number[][] {
  const [q, k, v] = weights.map((of) => smear(model, of, spins));
  return spins.map((spin, i) => {
    let sum = [0, 0, 0];
    spins.forEach((_, j) => {
      if (model.attends(i, j)) sum = plus(sum, v[j], Math.max(0, dot(q[i], k[j]) / Math.sqrt(3)));
    });
    const moved = plus(spin, sum, 1 / model.divisor);
    return moved.map((value) => value / Math.hypot(...moved));
  });
}

function smear({ neighbours }: ReferenceModel, weights: readonly number[], spins: Vectors): number[][] {
  return spins.map((_, i) => {
    let sum = [0, 0, 0];
    weights.forEach((weight, shell) => {
      for (const j of neighbours(i, shell)) sum = plus(sum, spins[j], weight);
    });
    return sum;
  });
}

/** Σ_s J_s ½ Σ_i a_i · Σ_δ b_{i+δ}. */
function readout({ neighbours }: ReferenceModel, couplings: readonly number[], a: Vectors, b: Vectors): number {
  let sum = 0;
  couplings.forEach((coupling, shell) => {
    a.forEach((spin, i) => {
      for (const j of neighbours(i, shell)) sum += (coupling * dot(spin, b[j])) / 2;
    });
  });
  return sum;
}

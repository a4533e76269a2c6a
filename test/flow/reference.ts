/** Layers of flows from their definitions, sum by sum from the bonds of the lattice, with nothing kept from layer to layer. */
import type { Flow } from '../../src/flow/flow.ts';
import { coloursOf, scheduleOf, type Turn } from '../../src/flow/schedule.ts';

type Vector = readonly number[];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const sumOf = (vectors: readonly Vector[]): Vector =>
  [0, 1, 2].map((c) => vectors.reduce((sum, vector) => sum + vector[c], 0));
const scaled = (factor: number, vector: Vector): Vector => vector.map((value) => factor * value);
const times = (weights: Vector, sums: readonly Vector[]): Vector => sumOf(sums.map((F, s) => scaled(weights[s], F)));

/** The spins of a flow with maps of von Mises and Fisher, from its z. */
export function referenceImage(flow: Flow, base: Float64Array): Float64Array {
  const { lattice, choice, parameterNames, parameters } = flow;
  let spins: Vector[] = Array.from({ length: lattice.siteCount }, (_, i) => [...base.subarray(3 * i, 3 * i + 3)]);
  scheduleOf(coloursOf(lattice, choice.colours), choice.layers, flow.base.isUniform).forEach((turn, layer) => {
    const prefix = `layer ${layer + 1} `;
    const kind = (name: string) =>
      parameterNames.flatMap((full, k) => (full.startsWith(`${prefix}${name}`) ? [parameters[k]] : []));
    spins = spins.map((spin, i) => (turn.isActive[i] ? moved(flow, turn, spins, i, kind) : spin));
  });
  return Float64Array.from(spins.flat());
}

function moved(flow: Flow, turn: Turn, spins: readonly Vector[], i: number, kind: (name: string) => number[]): Vector {
  const sums = spins.map((_, site) => shellsOf(flow, turn, spins, site));
  const own = sums[i].slice(1).map(({ sum }) => sum);
  const counts = sums[i].slice(1).map(({ count }) => Math.max(1, count));
  const invariants = own.map((F, s) => dot(F, F) / counts[s] ** 2);
  const h = field(flow, turn, sums, i, own, counts, invariants, kind);
  const gains = kind('gain');
  const length = Math.sqrt(dot(h, h));
  const kappa = length * (1 + gains[0] + invariants.reduce((sum, I, s) => sum + gains[s + 1] * I, 0));
  const axis = scaled(1 / length, h);
  const cosine = dot(axis, spins[i]);
  const image = Math.log(Math.cosh(kappa) + cosine * Math.sinh(kappa)) / kappa;
  const stretch = Math.sqrt((1 - image * image) / (1 - cosine * cosine));
  return sumOf([scaled(stretch, spins[i]), scaled(image - stretch * cosine, axis)]);
}

/** F_is and how many spins are in it, for s = 0 (the spin itself) and the shells. */
function shellsOf({ lattice, choice }: Flow, { isSeen }: Turn, spins: readonly Vector[], i: number) {
  const ends = (choice.shells as readonly number[]).map((shell) =>
    lattice.bonds(shell).flatMap(({ from, to }) => [...(from === i ? [to] : []), ...(to === i ? [from] : [])]),
  );
  return [[i], ...ends].map((sites) => {
    const seen = sites.filter((site) => isSeen[site]);
    return { sum: sumOf(seen.map((site) => spins[site])), count: seen.length };
  });
}

function field(
  { choice, lattice }: Flow,
  turn: Turn,
  sums: readonly { sum: Vector; count: number }[][],
  i: number,
  own: readonly Vector[],
  counts: Vector,
  invariants: Vector,
  kind: (name: string) => number[],
): Vector {
  if (choice.conditioner === 'components') {
    const turned = own.map(([x, y, z]) => [y, z, x]);
    const byAxis = [0, 1, 2].map((c) => times(kind(`W_${'xyz'[c]}`), own)[c]);
    return sumOf([byAxis, times(kind('W_d'), turned), kind('W_b')]);
  }
  if (choice.conditioner === 'shells') {
    const total = counts.reduce((sum, count, s) => sum + (dot(own[s], own[s]) > 0 ? count : 0), 0) || 1;
    const all = sumOf(own);
    const I = dot(all, all) / total ** 2;
    const [a, b, c, d] = ['W_a', 'W_b', 'W_c', 'W_d'].map(kind);
    const weights = own.map((F, s) => {
      const J = dot(F, all) / (counts[s] * total);
      return a[s] + b[s] * invariants[s] + c[s] * J + d[s] * J * J;
    });
    const e = kind('W_e');
    return sumOf([times(weights, own), scaled(e[0] * I + e[1] * I ** 2 + e[2] * I ** 3, all)]);
  }
  const projected = (name: string, site: number) =>
    times(
      kind(name),
      sums[site].map(({ sum }) => sum),
    );
  const attended = sums.flatMap((_, site) => {
    if (!turn.isSeen[site] && !turn.isActive[site]) return [];
    const score = dot(projected('W_Q', i), projected('W_K', site)) / (Math.sqrt(3) * lattice.siteCount);
    return [scaled(Math.max(0, score), projected('W_V', site))];
  });
  return sumOf([...attended, times(kind('W_D'), own)]);
}

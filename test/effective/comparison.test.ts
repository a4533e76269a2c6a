/** Comparison models against their formulas, written out for few channels; what their weights start from. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { modelOf, parametersOf } from './systems.ts';

const L = 4;
const lattice = { kind: 'square', size: [L, L] } as const;
const spins = namedConfiguration('random', parametersOf(lattice).lattice, { seed: 4 });
const sites = Array.from({ length: L * L }, (_, i) => i);
const spinAt = (i: number) => [...spins.subarray(3 * i, 3 * i + 3)];
const shift = (i: number, x: number, y: number) => (((i % L) + x + L) % L) + L * ((Math.floor(i / L) + y + L) % L);
const NEAREST = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const dot = (a: readonly number[], b: readonly number[]) => total(a.map((value, k) => value * b[k]));

/** The weights "name 1", "name 2", … */
function weights(model: EffectiveModel, name: string): number[] {
  return model.parameterNames.flatMap((full, k) => (full.replace(/ \d+$/, '') === name ? [model.parameters[k]] : []));
}

it('an equivariant convolution of one layer and one channel', () => {
  const model = modelOf({ lattice, choice: { kind: 'convolution', shells: 1, layers: 1, channels: 1 } });
  const shellSum = (field: readonly number[][], i: number) =>
    [0, 1, 2].map((c) => total(NEAREST.map(([x, y]) => field[shift(i, x, y)][c])));
  const field = sites.map(spinAt);
  const [a, b, j] = ['layer 1 A', 'layer 1 B', 'J'].map((name) => weights(model, name));
  const [gate] = weights(model, 'layer 1 gate');
  const vectors = sites.map((i) => {
    const around = shellSum(field, i);
    const [A, B] = [a, b].map((w) => field[i].map((own, c) => w[0] * own + w[1] * around[c]));
    return A.map((value) => sigmoid(gate + dot(A, B)) * value);
  });
  const energy = sites.map(
    (i) =>
      j[0] * dot(field[i], shellSum(field, i)) +
      j[1] * dot(field[i], vectors[i]) +
      j[2] * dot(field[i], shellSum(vectors, i)),
  );
  expect(model.energy(spins)).toBeCloseTo(model.parameters[0] + total(energy), 11);
});

it('a plain convolution of one layer and one channel', () => {
  const model = modelOf({ lattice, choice: { kind: 'plain-cnn', shells: 1, layers: 1, channels: 1 } });
  const w = weights(model, 'layer 1 W');
  const [[b], [a]] = ['layer 1 b', 'a'].map((name) => weights(model, name));
  // Displacements in the order of the bonds: (1, 0) with its opposite, then (0, 1) with its own.
  const patch = (i: number) => [i, ...NEAREST.map(([x, y]) => shift(i, x, y))];
  const energy = sites.map((i) => {
    const x =
      b +
      total(
        [0, 1, 2].map((c) =>
          dot(
            w.slice(5 * c, 5 * c + 5),
            patch(i).map((j) => spinAt(j)[c]),
          ),
        ),
      );
    return a * x * sigmoid(x);
  });
  expect(w).toHaveLength(15);
  expect(model.energy(spins)).toBeCloseTo(model.parameters[0] + total(energy), 11);
});

it('standard attention of one layer and two channels', () => {
  const model = modelOf({ lattice, choice: { kind: 'standard-attention', layers: 1, channels: 2 } });
  const matrix = (name: string, columns: number) => (x: readonly number[]) =>
    [0, 1].map((row) => dot(weights(model, name).slice(columns * row, columns * (row + 1)), x));
  const [Q, K, V, O, first, second] = ['W_Q', 'W_K', 'W_V', 'W_O', 'W_1', 'W_2'].map((w) => matrix(`layer 1 ${w}`, 2));
  const position = weights(model, 'position');
  const plus = (a: readonly number[], b: readonly number[]) => a.map((value, k) => value + b[k]);
  const tokens = sites.map((i) => plus(matrix('W_in', 3)(spinAt(i)), [position[i], position[L * L + i]]));
  const energy = tokens.map((x) => {
    const scores = tokens.map((other) => Math.exp(dot(Q(x), K(other)) / Math.SQRT2));
    const mixed = [0, 1].map((c) => total(scores.map((score, j) => score * V(tokens[j])[c])) / total(scores));
    const y = plus(x, O(mixed));
    const hidden = plus(first(y), weights(model, 'layer 1 b')).map((h) => h * sigmoid(h));
    return dot(weights(model, 'a'), plus(y, second(hidden)));
  });
  expect(model.energy(spins)).toBeCloseTo(model.parameters[0] + total(energy), 11);
});

const choices: (EffectiveChoice | EffectiveChoice[])[] = [
  { kind: 'convolution' },
  { kind: 'plain-cnn' },
  { kind: 'standard-attention' },
  [{ kind: 'linear' }, { kind: 'plain-cnn' }],
];

describe.each(
  choices.map((choice) => ({
    choice,
    name: [choice]
      .flat()
      .map(({ kind }) => kind)
      .join(' + '),
  })),
)('$name', ({ choice }) => {
  const drawn = (stream: number) => {
    const model = createEffectiveModel(parametersOf(lattice), choice);
    model.draw?.(philoxStream(1, stream));
    return model;
  };

  it('starts from other values with other random numbers, the same with the same', () => {
    expect(drawn(0).parameters).toEqual(drawn(0).parameters);
    expect(drawn(0).parameters).not.toEqual(drawn(1).parameters);
  });

  it('starts as a constant, and has somewhere to go', () => {
    const model = drawn(0);
    const gradient = new Float64Array(model.parameters.length);
    expect(model.energyAndGradient(spins, gradient)).toBe(0);
    expect(gradient.filter((slope) => Math.abs(slope) > 1e-3).length).toBeGreaterThan(4);
  });
});

it('sizes of the models as they come', () => {
  const six = parametersOf({ kind: 'square', size: [6, 6] });
  const sizes = (['convolution', 'plain-cnn', 'standard-attention'] as const).map(
    (kind) => createEffectiveModel(six, { kind }).parameters.length,
  );
  expect(sizes).toEqual([188, 817, 1105]);
});

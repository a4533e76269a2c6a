/** How a user names the key of a scaling. */
import { expect, it } from 'vitest';
import { scaledKey } from '../../../src/results/study/scaled-key.ts';

const KEYS = ['lattice.size', 'model.temperature', 'model.coupling'];

it('takes a key in full or by its last part', () => {
  expect(scaledKey(KEYS, 'model.temperature')).toBe('model.temperature');
  expect(scaledKey(KEYS, 'coupling')).toBe('model.coupling');
});

it.each([
  [
    'temprature',
    KEYS,
    'scaling: expected one of the swept keys model.temperature, model.coupling, found temprature\n  did you mean temperature?',
  ],
  ['size', KEYS, 'scaling: expected one of the swept keys model.temperature, model.coupling, found size'],
  [
    'temperature',
    ['model.temperature'],
    'scaling: expected a study that sweeps lattice.size, found one that sweeps model.temperature',
  ],
  [
    'temperature',
    ['lattice.size'],
    'scaling: expected a study that sweeps lattice.size and temperature, found one that sweeps lattice.size alone',
  ],
])('says what is wrong with %s', (name, keys, message) => {
  expect(() => scaledKey(keys, name)).toThrow(message);
});

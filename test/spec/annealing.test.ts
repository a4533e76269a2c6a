/** The keys of annealing, and what they cannot be combined with. */
import { expect, it } from 'vitest';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';

const parsed = (text: string) => parseSpec(`lattice.size = [4, 4]\n${text}`, 'spec.toml');

it('takes levels beside a method that anneals, and finds them where they are left out', () => {
  expect(parsed('sampling = { method = "annealed", annealing_levels = 40 }').sampling.annealingLevels).toBe(40);
  expect(parsed('sampling.method = "annealed"').sampling.annealingLevels).toBeUndefined();
});

it('leaves out few samples where these are independent, unless a spec says how many', () => {
  const warmUpOf = (text: string) => parsed(text).sampling.warmUp;
  expect(warmUpOf('sampling.method = "annealed"')).toBe(50);
  expect(warmUpOf('sampling.method = "reweighting"\nflow.base = "uniform"')).toBe(50);
  for (const rest of ['sampling.method = "reweighting"', 'sampling.method = "reweighting"\nflow.base = "learned"', ''])
    expect(warmUpOf(rest)).toBe(500);
  expect(warmUpOf('sampling.method = "flow"')).toBe(500);
  expect(warmUpOf('sampling = { method = "annealed", warm_up = 500 }')).toBe(500);
  expect(resolveSpec({ lattice: { size: [4, 4] }, sampling: { method: 'annealed', warmUp: 7 } }).sampling.warmUp).toBe(
    7,
  );
  expect(resolveSpec({ lattice: { size: [4, 4] }, sampling: { method: 'annealed' } }).sampling.warmUp).toBe(50);
});

it.each([
  [
    'levels beside another method',
    '[sampling]\nmethod = "reweighting"\nannealing_levels = 40',
    'spec.toml:4:1: sampling.annealing_levels: expected a method that anneals beside it, "annealed", found sampling.method = "reweighting"',
  ],
  [
    'levels beside the default',
    'sampling.annealing_levels = 40',
    'spec.toml:2:1: sampling.annealing_levels: expected a method that anneals beside it, "annealed", found sampling.method = "self-learning"',
  ],
  [
    'no levels',
    '[sampling]\nmethod = "annealed"\nannealing_levels = 0',
    'spec.toml:4:20: sampling.annealing_levels: expected a whole number, 1 or more, found 0',
  ],
  [
    'half a level',
    '[sampling]\nmethod = "annealed"\nannealing_levels = 2.5',
    'spec.toml:4:20: sampling.annealing_levels: expected a whole number, 1 or more, found 2.5',
  ],
  [
    'tempering',
    'sampling.method = "annealed"\ntempering.temperatures = [0.1, 0.2]',
    'spec.toml:2:19: sampling.method: expected a Markov chain with [tempering], whose replicas exchange their configurations, found "annealed"',
  ],
])('refuses %s', (_, text, message) => {
  expect(() => parsed(text)).toThrow(message);
});

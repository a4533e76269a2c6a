/** What is said of wrong keys of [disorder]. */
import { describe, expect, it } from 'vitest';
import { latticeOf } from '../../src/spec/lattice-of.ts';
import { parseSpec } from '../../src/spec/spec.ts';

const withDisorder = (lines: string) => parseSpec(`lattice.size = [4, 4]\n[disorder]\n${lines}`, 'spec.toml');

describe('wrong values', () => {
  it.each([
    ['vacancies = 1', 'vacancies: expected a probability, 0 or more and less than 1, found 1'],
    ['missing_spins = -0.1', 'missing_spins: expected a probability, 0 or more and less than 1, found -0.1'],
    ['potential = "1"', 'potential: expected a number, 0 or more, found "1"'],
    ['potential_kind = "binari"', 'potential_kind: expected "box" or "binary", found "binari"'],
    ['hopping = -1', 'hopping: expected a number, 0 or more, found -1'],
    ['coupling = nan', 'coupling: expected a number, 0 or more, found nan'],
    ['seed = 1.5', 'seed: expected a whole number, 0 or more, found 1.5'],
    [
      'vacancy = 0.1',
      'vacancy: expected one of the keys vacancies, missing_spins, potential, potential_kind, hopping, coupling, seed, found the unknown key vacancy',
    ],
  ])('%s', (line, message) => {
    expect(() => withDisorder(line)).toThrow(`spec.toml:3:`);
    expect(() => withDisorder(line)).toThrow(`disorder.${message}`);
  });

  it('suggest what was meant', () => {
    expect(() => withDisorder('potential_kind = "binari"')).toThrow('did you mean "binary"?');
    expect(() => withDisorder('vacancy = 0.1')).toThrow('did you mean vacancies?');
  });
});

describe('the lattice of a spec', () => {
  it('has the disorder', () => {
    const { realisation } = latticeOf(withDisorder('vacancies = 0.3\nseed = 4'));
    expect(realisation?.disorder).toMatchObject({ vacancies: 0.3, seed: 4 });
  });

  it('has none without [disorder], nor without any width', () => {
    expect(latticeOf(parseSpec('lattice.size = [4, 4]', 'spec.toml')).realisation).toBeUndefined();
    expect(latticeOf(withDisorder('vacancies = 0\nseed = 4')).realisation).toBeUndefined();
  });
});

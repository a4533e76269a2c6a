/** Realisations of disorder: functions of the seed, with random numbers of their own for each kind. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createLattice, withTwist } from '../../src/lattice/create.ts';
import { withoutVacancies } from '../../src/lattice/disorder/compact.ts';
import type { Disorder } from '../../src/lattice/disorder/disorder.ts';
import { presentCount, spinBonds, spinCount, spinSites } from '../../src/lattice/disorder/occupation.ts';
import type { Realisation } from '../../src/lattice/disorder/realisation.ts';

const SIZE = [20, 20];
const SITES = 400;
const on = (disorder: Disorder, size: readonly number[] = SIZE) => createLattice({ kind: 'square', size, disorder });
const realised = (disorder: Disorder): Realisation => on(disorder).realisation as Realisation;

describe('a realisation', () => {
  it('is a function of the seed', () => {
    const disorder = { vacancies: 0.2, missingSpins: 0.1, potential: 1, coupling: 1 };
    const { isPresent, hasSpin, potential, coupling } = realised({ ...disorder, seed: 5 });
    expect(realised({ ...disorder, seed: 5 })).toMatchObject({ isPresent, hasSpin, potential, coupling });
    const other = realised({ ...disorder, seed: 6 });
    for (const key of ['isPresent', 'hasSpin', 'potential', 'coupling'] as const)
      expect(other[key]).not.toEqual(realised({ ...disorder, seed: 5 })[key]);
  });

  it('has random numbers of its own for each kind, which widths do not change', () => {
    const alone = realised({ vacancies: 0.2 });
    const both = realised({ vacancies: 0.2, potential: 2, missingSpins: 0.5, hopping: 1 });
    expect(both.isPresent).toEqual(alone.isPresent);
    expect(both.potential).toEqual(realised({ potential: 1 }).potential.map((value) => 2 * value));
    const many = realised({ vacancies: 0.4 }).isPresent;
    expect(many.every((mark, i) => mark <= alone.isPresent[i])).toBe(true);
    expect(realised({ potential: 1 }).potential).not.toEqual(realised({ coupling: 1 }).coupling);
  });

  it('has as much of everything as it should', () => {
    const { potential } = realised({ potential: 3 });
    expect(Math.abs(mean(potential))).toBeLessThan((4 * 3) / Math.sqrt(12 * SITES));
    expect(mean(potential.map((e) => e * e))).toBeCloseTo(9 / 12, 1);
    expect(Math.max(...potential.map(Math.abs))).toBeLessThanOrEqual(1.5);
    const { potential: binary } = realised({ potential: 3, potentialKind: 'binary' });
    expect([...new Set(binary)].sort()).toEqual([-1.5, 1.5]);
    const missing = SITES - presentCount(on({ vacancies: 0.3 }));
    expect(Math.abs(missing - 0.3 * SITES)).toBeLessThan(4 * Math.sqrt(0.21 * SITES));
    const changes = realised({ hopping: 0.5 }).hopping(1, 800);
    expect(mean(changes.map((e) => e * e))).toBeCloseTo(0.25 / 12, 2);
  });

  it('is none without widths and probabilities, whatever the seed', () => {
    expect(on({ seed: 7 }).realisation).toBeUndefined();
    expect(on({ vacancies: 0, potential: 0, potentialKind: 'binary' }).realisation).toBeUndefined();
  });

  it('stays with other twists', () => {
    const lattice = on({ vacancies: 0.2, hopping: 0.3 });
    const twisted = withTwist(lattice, [0.3, 0]);
    expect(twisted.realisation?.isPresent).toEqual(lattice.realisation?.isPresent);
    expect(twisted.bonds(1).map(({ change }) => change)).toEqual(lattice.bonds(1).map(({ change }) => change));
  });
});

describe('bonds', () => {
  const lattice = on({ vacancies: 0.2, missingSpins: 0.2, hopping: 0.4, seed: 2 });
  const { isPresent, hasSpin } = lattice.realisation as Realisation;
  const perfect = on({}).bonds(1);

  it('are those between sites that are there, of spins those between spins', () => {
    const pairs = (bonds: readonly { from: number; to: number }[]) => bonds.map(({ from, to }) => `${from} ${to}`);
    expect(pairs(lattice.bonds(1))).toEqual(pairs(perfect.filter(({ from, to }) => isPresent[from] && isPresent[to])));
    expect(pairs(spinBonds(lattice, 1))).toEqual(pairs(perfect.filter(({ from, to }) => hasSpin[from] && hasSpin[to])));
    expect(spinSites(lattice)).toHaveLength(spinCount(lattice));
  });

  it('keep their change of hopping where others are missing', () => {
    const all = new Map(
      on({ hopping: 0.4, seed: 2 })
        .bonds(1)
        .map((bond) => [`${bond.from} ${bond.to}`, bond.change]),
    );
    for (const { from, to, change } of lattice.bonds(1)) expect(change).toBe(all.get(`${from} ${to}`));
  });

  it('are the same without vacancies under other numbers', () => {
    const { lattice: compact, sites } = withoutVacancies(lattice);
    expect(compact.siteCount).toBe(presentCount(lattice));
    const back = compact.bonds(1).map((bond) => ({ ...bond, from: sites[bond.from], to: sites[bond.to] }));
    expect(back).toEqual(lattice.bonds(1));
    expect(withoutVacancies(compact).lattice).toBe(compact);
  });
});

describe('what cannot be', () => {
  it.each<[Disorder, string]>([
    [{ vacancies: 1 }, 'disorder.vacancies: expected a probability from 0 to below 1, found 1'],
    [{ missingSpins: -0.1 }, 'disorder.missingSpins: expected a probability from 0 to below 1, found -0.1'],
    [{ potential: -1 }, 'disorder.potential: expected a width, a finite number ≥ 0, found -1'],
    [{ hopping: Infinity }, 'disorder.hopping: expected a width, a finite number ≥ 0, found null'],
    [
      { potential: 1, potentialKind: 'gauss' as 'box' },
      'disorder.potentialKind: expected "box" or "binary", found "gauss"',
    ],
    [{ vacancies: 0.1, seed: 1.5 }, 'disorder.seed: expected a whole number ≥ 0, found 1.5'],
    [{ vacancy: 0.1 } as Disorder, 'vacancy'],
  ])('%j', (disorder, message) => {
    expect(() => on(disorder)).toThrow(InputError);
    expect(() => on(disorder)).toThrow(message);
  });

  it('is a lattice without any spin', () => {
    expect(() => on({ vacancies: 0.99, seed: 1 }, [2, 1])).toThrow(
      'expected a realisation with at least one spin, found none on 2 sites',
    );
  });
});

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

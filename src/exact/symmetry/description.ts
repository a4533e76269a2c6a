/** The exact symmetries of a model as plain data, for reports. */
import type { ExactSymmetries } from './exact-symmetries.ts';

/** The exact symmetries of a model in words and counts. */
export interface SymmetryDescription {
  /** Operations on all spins that keep the field, out of the 48 of the cube: how many rotations, how many others. */
  readonly spins: { readonly proper: number; readonly improper: number };
  /** Number of translations by direction. */
  readonly translations: readonly number[];
  /** Operations on the sites: where coordinates go, and whether spins must be inverted or reflected or levels change their sign with it. */
  readonly sites: readonly { readonly name: string; readonly improper: boolean; readonly reversesLevels: boolean }[];
}

export function describeSymmetries({ translations, sites, spins }: ExactSymmetries): SymmetryDescription {
  const improper = spins.filter((one) => one.improper).length;
  return {
    spins: { proper: spins.length - improper, improper },
    translations,
    sites: sites.map(({ name, improper, reversesLevels }) => ({ name, improper, reversesLevels })),
  };
}

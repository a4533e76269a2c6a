/** What a spec is made of, as it is written and as it is read. */
import type { CompleteLatticeSpec } from '../lattice/lattice.ts';
import type { SectionInput, SectionName, SectionValues } from './sections.ts';

/** A spec as a user of the library writes it, keys in camel case; only `lattice.size` must be there. */
export type SpecInput = { readonly lattice: SectionInput<'lattice'> } & {
  readonly [Name in Exclude<SectionName, 'lattice'>]?: SectionInput<Name>;
};

/** [tempering] of a spec that has one. */
export interface Tempering {
  /** Ascending and distinct, two or more, all greater than 0. */
  readonly temperatures: readonly number[];
  /** Steps from one round of exchanges to the next. */
  readonly exchangeEvery: number;
}

/** A spec with every default filled in and every value checked. */
export type Spec = { readonly lattice: CompleteLatticeSpec } & {
  readonly [Name in Exclude<SectionName, 'lattice' | 'tempering'>]: SectionValues<Name>;
} & {
  /** Left out where nothing is tempered; else `model.temperature` is the lowest of these. */
  readonly tempering?: Tempering;
};

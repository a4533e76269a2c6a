/** A study as a user of the library writes it, keys in camel case. */
import type { SectionInput, SectionName } from '../sections.ts';

/** Values of a key from one end to the other, both included: numbers, or vectors component by component. */
export interface RangeInput {
  readonly from: number | readonly number[];
  readonly to: number | readonly number[];
  /** Number of values, 2 or more. */
  readonly points: number;
  /** Equal differences, unless "geometric" makes it equal ratios. */
  readonly spacing?: 'linear' | 'geometric';
}

/** What a point of a study says differently: sections with some of their keys. */
export type PointInput = { readonly [Name in SectionName]?: Partial<SectionInput<Name>> };

/** The swept keys of a section: lists of values, or ranges of numbers. */
export type SweptSection<Name extends SectionName> = {
  readonly [Key in keyof SectionInput<Name>]?: readonly SectionInput<Name>[Key][] | RangeInput;
};

/** Keys with their values, or a list of points. */
export type SweepInput = { readonly [Name in SectionName]?: SweptSection<Name> } & {
  /** All combinations of the values, unless "together" takes lists of equal length point by point. */
  readonly combine?: 'grid' | 'together';
  /** Whether the training of a point begins with the learned model of its neighbour in the sweep. */
  readonly carryModels?: boolean;
  /** `sampling.levels` of every point, where the spec does not say otherwise; true where left out. */
  readonly levels?: boolean;
  /** Explicit points, instead of keys with values. */
  readonly points?: readonly PointInput[];
};

/** A spec with a sweep; what is swept may be left out elsewhere. */
export type StudyInput = PointInput & { readonly sweep: SweepInput };

/** A study: one spec with a sweep, as the specs of its points. */
import type { Spec } from './shape.ts';

/** A value of a swept key: what the spec would say at that place. */
export type SweptValue = string | number | boolean | readonly SweptValue[];

/** One point of a study. */
export interface StudyPoint {
  /** The name of its directory, as `size=6x6,temperature=0.05`: stable, at most 100 characters, unique in the study. */
  readonly name: string;
  /** The swept values, by key as the spec writes it: `model.temperature`. */
  readonly values: Readonly<Record<string, SweptValue>>;
  /** The spec of the point: run alone, it gives the same bits. */
  readonly spec: Spec;
}

/** The points in the order of the sweep; the last key changes fastest. */
export interface Study {
  /** Swept keys, as the spec writes them. */
  readonly keys: readonly string[];
  readonly points: readonly StudyPoint[];
  /** Whether the training of a point begins with the model of its neighbour. */
  readonly carryModels: boolean;
  /** The neighbours, by the names of the points that have one; none where models are not carried. */
  readonly neighbours: ReadonlyMap<string, string>;
}

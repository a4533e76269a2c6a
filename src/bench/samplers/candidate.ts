/** A sampler as the comparison needs it: a chain that can be advanced for a given time. */
import type { PartResult } from '../result.ts';

export interface Candidate extends Pick<PartResult, 'name' | 'route' | 'engine'> {
  /** Seconds of wall time in a round. */
  readonly seconds: number;
  readonly advance: (seconds: number) => Stretch | Promise<Stretch>;
  /** The candidate whose chain has the same law, so that τ is taken from there, where too few steps can be afforded. */
  readonly tauOf?: string;
  /** What was tuned, in words. */
  readonly settings: string;
}

/** A part of a chain. */
export interface Stretch {
  /** m_s² after every step. */
  readonly series: ArrayLike<number>;
  /** Processor time that the steps took. */
  readonly milliseconds: number;
}

/** One name for the same sampler on different engines would be ambiguous. */
export const keyOf = ({ name, engine }: Pick<PartResult, 'name' | 'engine'>): string => `${name} ${engine}`;

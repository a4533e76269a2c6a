/** A claim of the talk as something that can be computed: what every target offers. */
import type { FigureSpec } from '../src/report/figures/spec.ts';
import type { Workshop } from './workshop/workshop.ts';

export type Verdict = 'holds' | 'holds in part' | 'does not hold' | 'undecided';

/** One statement, and what became of it. */
export interface Finding {
  /** What the talk says, or what anyone would expect, in our words. */
  readonly claim: string;
  /** What the runs show, with numbers and their errors. */
  readonly found: string;
  readonly verdict: Verdict;
}

export interface Table {
  readonly title: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly string[])[];
}

export interface Reproduction {
  readonly figures: readonly { readonly name: string; readonly spec: FigureSpec }[];
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
}

export interface Target {
  /** Of the command and of its page. */
  readonly name: string;
  readonly title: string;
  /** What the slides say about it, in our words; on its page. */
  readonly talk: string;
  /** How it is computed here, what is fair and what is not; on its page. */
  readonly method: string;
  reproduce(workshop: Workshop): Promise<Reproduction>;
}

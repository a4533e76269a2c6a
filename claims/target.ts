/** A claim of the talk as something that can be computed: what every target offers. */
import type { FigureSpec } from '../src/report/figures/figure-spec.ts';
import type { Workshop } from './workshop/workshop.ts';

export type Verdict = 'holds' | 'holds in part' | 'does not hold' | 'undecided';

/** One statement and the verdict on it. */
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

export interface Figure {
  /** The end of its file's name. */
  readonly name: string;
  readonly spec: FigureSpec;
}

export interface Reproduction {
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
}

/** The words of a claim; all of them are on its page. */
interface Words {
  /** The argument of the command, and the name of the folder, of the page and of its files. */
  readonly name: string;
  readonly title: string;
  /** What the slides say about it, in our words. */
  readonly talk: string;
  /** How it is computed here, what is fair and what is not. */
  readonly method: string;
}

export interface Target extends Words {
  reproduce(workshop: Workshop): Promise<Reproduction>;
}

/** What the five files beside target.ts export in a claim's folder, each under the name that its key has here. */
interface Parts<Plan, Outcome> {
  /** The candidates, and how long they run: in minutes on two cores if `isQuick`, otherwise in hours. */
  readonly plan: (isQuick: boolean) => Plan;
  /** The computation: everything that figures, tables and findings are made of. */
  readonly outcomeOf: (workshop: Workshop, plan: Plan) => Promise<Outcome>;
  readonly figuresOf: (outcome: Outcome, plan: Plan) => readonly Figure[];
  readonly tablesOf: (outcome: Outcome, plan: Plan) => readonly Table[];
  readonly findingsOf: (outcome: Outcome, plan: Plan) => readonly Finding[];
}

export const targetOf = <Plan, Outcome>(
  words: Words,
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf }: Parts<Plan, Outcome>,
): Target => ({
  ...words,
  async reproduce(workshop) {
    const chosen = plan(workshop.isQuick);
    const outcome = await outcomeOf(workshop, chosen);
    return {
      figures: figuresOf(outcome, chosen),
      tables: tablesOf(outcome, chosen),
      findings: findingsOf(outcome, chosen),
    };
  },
});

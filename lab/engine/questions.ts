/** Questions to the worker that samples, each answered once; a worker that is ended leaves them open, and they are answered by nothing. */
import type { Answer, Request } from './messages.ts';

/** What is asked, and the answer to it. */
interface Answers {
  readonly save: Extract<Answer, { kind: 'saved' }>;
  readonly moments: Extract<Answer, { kind: 'remembered' }>;
}
const ASKED = { saved: 'save', remembered: 'moments' } as const;

export interface Questions {
  ask<Kind extends keyof Answers>(worker: Worker, kind: Kind): Promise<Answers[Kind] | undefined>;
  /** Whether it was an answer to a question. */
  answered(answer: Answer): boolean;
  /** No answer will come. */
  drop(): void;
}

export function createQuestions(): Questions {
  const open = new Map<keyof Answers, (answer: Answer | undefined) => void>();
  const settle = (kind: keyof Answers, answer: Answer | undefined) => {
    open.get(kind)?.(answer);
    open.delete(kind);
  };
  return {
    ask<Kind extends keyof Answers>(worker: Worker, kind: Kind) {
      settle(kind, undefined);
      worker.postMessage({ kind } satisfies Request);
      return new Promise<Answers[Kind] | undefined>((resolve) => {
        open.set(kind, resolve as (answer: Answer | undefined) => void);
      });
    },
    answered(answer) {
      const isOne = answer.kind in ASKED;
      if (isOne) settle(ASKED[answer.kind as keyof typeof ASKED], answer);
      return isOne;
    },
    drop() {
      for (const kind of open.keys()) settle(kind, undefined);
    },
  };
}

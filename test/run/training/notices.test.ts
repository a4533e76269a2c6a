import { expect, it } from 'vitest';
import { noticeOf } from '../../../src/run/training/notices.ts';
import { statusLine } from '../../../src/runner/runner.ts';

it('gives every trial a line, and says how far the present one is', () => {
  const plan = { kind: 'hmc', trajectories: 2, steps: 5, stepSize: 0.2 } as const;
  const shown = { acceptance: 0.774, tau: 1.112, cost: 500883, efficiency: 897.8, exactEvaluations: 950, seconds: 0.2 };
  const lines: string[] = [];
  const write = (text: string) => lines.push(text.replace('\r\x1b[2K', ''));
  const tell = statusLine({ isTTY: true, columns: 60, write }, { now: () => 0 });
  tell(noticeOf({ type: 'trial-progress', name: 'transformer', plan, step: 120, steps: 1000 }));
  tell(noticeOf({ type: 'trial', name: 'transformer', plan, warmUp: 0, steps: 1000, ...shown }));
  tell(noticeOf({ type: 'trial', name: 'linear model', warmUp: 75, steps: 500, ...shown, acceptance: null }));
  expect(lines).toEqual([
    'trial, step 120 of 1000, transformer',
    'trial of transformer, 2 trajectories of 5 steps: 1000 steps, acceptance 0.77, τ 1.11, 898 samples/2τ per second, counted\n',
    'trial of linear model: 500 steps, τ 1.11, 898 samples/2τ per second, counted\n',
  ]);
});

import { expect, it } from 'vitest';
import { type RunEvent, statusLine } from '../../src/runner/runner.ts';

const progress = (chain: number, samples: number, accepted: number, mean?: number): RunEvent => ({
  type: 'progress',
  chain,
  samples,
  counters: { proposed: samples, accepted },
  ...(mean === undefined ? {} : { estimate: { name: 'energyPerSite', mean, error: 0.003, tau: 1.2, samples } }),
});

const EVENTS: [number, RunEvent][] = [
  [0, { type: 'start', directory: 'run', chains: 3, samples: 1000, workers: 2 }],
  [0, { type: 'begin', chain: 1, samples: 0 }],
  [0, { type: 'begin', chain: 2, samples: 400 }],
  [30, progress(1, 100, 50)],
  [60, progress(2, 500, 400)],
  [61, progress(1, 300, 150, -1.69)],
  [61, progress(2, 500, 400, -1.71)],
  [120, { type: 'done', chain: 2, samples: 1000 }],
  [130, { type: 'end', outcome: 'interrupted' }],
];

function written(isTTY: boolean, columns = 200): string {
  let text = '';
  let time = 0;
  const write = (more: string) => {
    text += more;
  };
  const tell = statusLine({ isTTY, columns, write }, { seconds: 60, now: () => time });
  for (const [moment, event] of EVENTS) {
    time = moment;
    tell(event);
  }
  return text;
}

const LINES = [
  '600/3000 samples, 12 min left, acceptance 0.750, 2 of 3 chains running',
  '1300/3000 samples, 4 min left, acceptance 0.688, energyPerSite -1.703(2), τ 1.20, 1 of 3 chains running',
  'interrupted with 1300 of 3000 samples, acceptance 0.688, energyPerSite -1.703(2), τ 1.20',
];

it('is a plain line now and then', () => {
  expect(written(false)).toBe(LINES.map((line) => `${line}\n`).join(''));
});

it('stays in one place on a terminal', () => {
  const [first, ...rest] = written(true).split('\r\x1b[2K').slice(1);
  expect(first).toBe('0/3000 samples, 0 of 3 chains running');
  expect(rest).toEqual([LINES[0], LINES[1], `${LINES[2]}\n`]);
});

it('leaves out what does not fit on the terminal', () => {
  const lines = written(true, 40).split('\r\x1b[2K').slice(1);
  expect(lines[1]).toBe('600/3000 samples, 12 min left');
});

it('gives every trial a line, and says how far the present one is', () => {
  const plan = { kind: 'hmc', trajectories: 2, steps: 5, stepSize: 0.2 } as const;
  const shown = { acceptance: 0.774, tau: 1.112, cost: 500883, efficiency: 897.8, exactEvaluations: 950, seconds: 0.2 };
  const lines: string[] = [];
  const write = (text: string) => lines.push(text.replace('\r\x1b[2K', ''));
  const tell = statusLine({ isTTY: true, columns: 60, write }, { now: () => 0 });
  tell({ type: 'trial-progress', name: 'transformer', plan, step: 120, steps: 1000 });
  tell({ type: 'trial', name: 'transformer', plan, warmUp: 0, steps: 1000, ...shown });
  tell({ type: 'trial', name: 'linear model', warmUp: 75, steps: 500, ...shown, acceptance: null });
  expect(lines).toEqual([
    'trial, step 120 of 1000, transformer',
    'trial of transformer, 2 trajectories of 5 steps: 1000 steps, acceptance 0.77, τ 1.11, 898 samples/2τ per second, counted\n',
    'trial of linear model: 500 steps, τ 1.11, 898 samples/2τ per second, counted\n',
  ]);
});

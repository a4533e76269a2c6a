import { expect, it } from 'vitest';
import { type ChainsEvent, statusLine } from '../../src/runner/runner.ts';

const progress = (chain: number, samples: number, accepted: number, mean?: number): ChainsEvent => ({
  type: 'progress',
  chain,
  samples,
  counters: { proposed: samples, accepted },
  ...(mean === undefined ? {} : { estimate: { name: 'energyPerSite', mean, error: 0.003, tau: 1.2, samples } }),
});

const EVENTS: [number, ChainsEvent][] = [
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
  // Chain 2 was resumed: what was followed is not all of the run.
  'interrupted with 1300 of 3000 samples, acceptance 0.688',
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

it('writes a line that stays for a notice, and the parts of others in place', () => {
  const lines: string[] = [];
  const tell = statusLine({ isTTY: true, columns: 12, write: (text) => lines.push(text) }, { now: () => 0 });
  tell({ type: 'notice', parts: ['first', 'second'] });
  tell({ type: 'notice', line: 'longer than the terminal' });
  expect(lines).toEqual(['\r\x1b[2Kfirst', '\r\x1b[2Klonger than the terminal\n']);
});

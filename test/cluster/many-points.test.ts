/** Two thousand short points as an array of few jobs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { selectedNumbers } from '../../src/words/selected-numbers.ts';
import { queueEmpty, useSite } from './site.ts';
import { canRunSlurm, startCluster } from './slurm-cluster.ts';
import { until } from './until.ts';

const PORT = 17360;
const POINTS = 2000;
/** MaxArraySize of the cluster is one more. */
const ELEMENTS = 100;

const temperatures = Array.from({ length: POINTS }, (_, k) => `${(1000 + k) / 10000}`);
const STUDY = `
lattice.size = [2, 4]
sampling = { method = "hmc", samples = 20, warm_up = 5, chains = 1 }
sweep.model.temperature = [${temperatures.join(', ')}]
`;

describe.skipIf(!canRunSlurm && !process.env.CI)(`${POINTS} points`, () => {
  const site = useSite({ 'study.toml': STUDY }, (folder) => startCluster(folder, 4, PORT));
  const { at, spinformer } = site;
  const status = () => spinformer('status', at('study'));
  const done = () => Number(/(\d+) done/.exec(status())?.[1] ?? 0);

  it(`are ${ELEMENTS} jobs, which advance while Slurm answers`, async () => {
    const jobs = spinformer('submit', at('study.toml'), '--out', at('study'), '--slurm', '--time', '60');
    expect(jobs.match(/^\S+/gm)).toEqual(['chains', 'report']);
    const script = readFileSync(at('study/slurm/chains.sh'), 'utf8');
    expect(script).toContain(`--array=0-${ELEMENTS - 1}\n`);
    expect(sharesIn(script)).toHaveLength(ELEMENTS);
    expect(sharesIn(script).flat()).toEqual(Array.from({ length: POINTS }, (_, index) => index + 1));

    // Some of them are enough; all of them take minutes.
    await until('20 points are done', () => done() >= 20);
    const [, array] = jobs.match(/^chains +(\d+)$/m) ?? [];
    site.cluster.ask('scancel', `${array}`);
    await queueEmpty(site);
    expect(status()).toContain(`${POINTS} points: ${done()} done`);
    const left = sharesIn(spinformer('submit', at('study'), '--slurm', '--dry-run'));
    expect(left.length).toBeLessThanOrEqual(ELEMENTS);
    expect(left.flat()).toHaveLength(POINTS - done());
  });
});

/** The tasks of the elements of the first array of a script. */
function sharesIn(script: string): number[][] {
  const [, lines] = /^tasks=\(\n(.*?)^\)/ms.exec(script) ?? [];
  return [...lines.matchAll(/^ +(\S+)$/gm)].map(([, share]) =>
    selectedNumbers(share, { option: 'share', things: 'tasks', count: POINTS + 1 }),
  );
}

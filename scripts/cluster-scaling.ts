/**
 * Draws docs/images/cluster-scaling.svg, the efficiency of tasks against how many there are at a time: `npm run build:bundle && node scripts/cluster-scaling.ts`, some minutes as root where Slurm is installed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { figureSvg } from '../src/report/figures/figure.ts';
import type { Series } from '../src/report/figures/figure-spec.ts';
import { type Measured, measured, NODES, TASKS } from './cluster-scaling/measured.ts';
import { efficiency } from './cluster-scaling/model.ts';

const IMAGE = new URL('../docs/images/cluster-scaling.svg', import.meta.url);
const CORES = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/** 64 points of 4 chains, whose learning takes a tenth of the time of a chain. */
const MODEL = { points: 64, chains: 4 };
const CHAINS = [
  ['by model: chains of 10 s', 10],
  ['chains of a minute', 60],
  ['chains of an hour', 3600],
] as const;

function figure({ alone, onNodes }: Measured): string {
  const tasks = TASKS.learning + TASKS.chains + TASKS.report;
  const mean = onNodes.reduce((sum, seconds) => sum + seconds, 0) / onNodes.length;
  const overhead = Math.max(0, (mean - alone) / tasks);
  const models = CHAINS.map(([name, chain]): Series => {
    const study = { ...MODEL, learning: chain / 10, chain, overhead };
    return { name, points: CORES.map((cores) => ({ x: cores, y: efficiency(study, cores) })), shape: 'line' };
  });
  const points = onNodes.map((seconds, k) => ({ x: NODES[k], y: alone / seconds }));
  const words = [
    `Measured, in processor time, since the ${NODES.length} nodes share two cores: ${tasks} tasks of ${(alone / tasks).toFixed(1)} s in the mean, which take`,
    `${overhead.toFixed(2)} s each beyond what one command takes for the same samples. By model: ${MODEL.points} points of ${MODEL.chains} chains with that overhead;`,
    'waiting for a scheduler, and a file system that is busy, are left out.',
  ];
  return figureSvg({
    x: { label: 'tasks at a time', scale: 'log', ticks: CORES },
    y: { label: 'efficiency', domain: [0, 1.05] },
    series: [{ name: 'measured', points, shape: 'both', inInk: true }, ...models],
    names: 'above',
    caption: words.join(' '),
  });
}

const found = await measured();
console.log(found);
mkdirSync(new URL('.', IMAGE), { recursive: true });
writeFileSync(IMAGE, figure(found));

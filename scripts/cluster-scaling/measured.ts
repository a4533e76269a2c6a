/** Processor time of a study on a Slurm of a few nodes on this machine, beside that of the same study without tasks. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCluster } from '../../test/cluster/slurm-cluster.ts';

const PORT = 17440;
export const NODES = [1, 2, 3, 4];
/** The tasks of the study below: learning, chains, the report. */
export const TASKS = { learning: 2, chains: 8, report: 1 };

const STUDY = `
lattice.size = [6, 6]
effective.kind = "linear"
training.exact_evaluations = 200
sampling = { method = "self-learning", samples = 12000, warm_up = 100, chains = 4 }
sweep.model.temperature = [0.1, 0.2]
`;

/** Every process of the program but `submit` writes down the processor time of all its threads when it ends. */
const METER = `
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread && process.argv[2] !== 'submit')
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(process.env.METER, (user + system) / 1e6 + '\\n');
  });
`;

const BUNDLE = fileURLToPath(new URL('../../dist/spinformer.mjs', import.meta.url));

/** Seconds of processor time. */
export interface Measured {
  /** The study by one command, on one core. */
  readonly alone: number;
  /** All tasks together, by the number of nodes. */
  readonly onNodes: readonly number[];
}

/** Takes some minutes. */
export async function measured(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-scaling-'));
  try {
    writeFileSync(join(folder, 'study.toml'), STUDY);
    writeFileSync(join(folder, 'meter.mjs'), METER);
    const alone = metered(folder, 'alone', process.env, (env) =>
      command(env, 'run', join(folder, 'study.toml'), '--out', join(folder, 'alone'), '--workers', '1'),
    );
    const onNodes: number[] = [];
    for (const nodes of NODES) onNodes.push(await onCluster(folder, nodes));
    return { alone, onNodes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onCluster(folder: string, nodes: number): Promise<number> {
  const cluster = await startCluster(join(folder, `slurm-${nodes}`), nodes, PORT + 8 * nodes);
  try {
    const out = join(folder, `on-${nodes}`);
    return metered(folder, `${nodes}`, cluster.env, (env) => {
      command(env, 'submit', join(folder, 'study.toml'), '--out', out, '--slurm', '--time', '60');
      command(cluster.env, 'status', out, '--watch', '--interval', '2s');
      while (cluster.ask('squeue', '-h').trim() !== '') spawnSync('sleep', ['1']);
    });
  } finally {
    await cluster.stop();
  }
}

/** Seconds of processor time of all processes of the program that `action` starts. */
function metered(
  folder: string,
  name: string,
  env: NodeJS.ProcessEnv,
  action: (env: NodeJS.ProcessEnv) => void,
): number {
  const file = join(folder, `${name}.seconds`);
  action({ ...env, METER: file, NODE_OPTIONS: `--import=${join(folder, 'meter.mjs')}` });
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line), 0);
}

function command(env: NodeJS.ProcessEnv, ...line: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [BUNDLE, ...line], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${line.join(' ')}: ${stderr}`);
}

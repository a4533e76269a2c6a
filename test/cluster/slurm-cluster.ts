/** Slurm of a few nodes for tests, all of it in one folder, without accounts: on ports of loopback, or with machines for nodes. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { called, canMakeMachines, type Machine, startMachine } from './machine.ts';
import { type Layout, munged, writeConfiguration } from './slurm-configuration.ts';
import { until } from './until.ts';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch'];

/** Daemons of Slurm change to other users, which root alone may. */
export const canRunSlurm =
  process.getuid?.() === 0 && PROGRAMS.every((name) => spawnSync(name, ['--help']).error === undefined);

export interface Cluster {
  /** For commands of Slurm, and for what calls them. */
  readonly env: NodeJS.ProcessEnv;
  /** The words before a command that is to run where Slurm is. */
  readonly enter: readonly string[];
  /** Standard output of a command of Slurm. */
  ask(command: string, ...line: string[]): string;
  /** Ends the daemon of a node by kill -9; its tasks live on. */
  killDaemon(node: number): void;
  startDaemon(node: number): void;
  stop(): Promise<void>;
}

/** A cluster whose nodes are machines: all processes of one can be killed at once, and one can be cut off while its processes go on. */
export interface ClusterOfMachines extends Cluster {
  /** The machine of the controller, in which those of the nodes lie. */
  readonly controller: Machine;
  node(number: number): Machine;
  /** Kills all processes of a node, and starts it again, as after a loss of power. */
  restart(node: number): Promise<void>;
  /** Takes a node from the network, or gives it back. */
  connect(node: number, isConnected: boolean): void;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Starts `nodes` nodes of one core each: as machines, which leave nothing behind and take no ports, where such may be made; else all on loopback. `port`: of the controller there; those after it are of the nodes. */
export const startCluster = async (folder: string, nodes: number, port: number): Promise<Cluster> =>
  canMakeMachines ? startClusterOfMachines(folder, nodes) : startOnLoopback(folder, nodes, port);

function startOnLoopback(folder: string, nodes: number, port: number): Cluster {
  const at = (number: number) => ({ host: hostname().split('.')[0], address: '127.0.0.1', port: port + number });
  const layout = { controller: at(0), nodes: range(nodes).map((node) => at(1 + node)) };
  const cluster = startController(folder, layout, []);
  const startDaemon = (node: number) => void cluster.ask('slurmd', '-N', `n${node}`);
  const killDaemon = (node: number) => kill(numberOf(folder, `slurmd-n${node}`));
  for (const node of range(nodes)) startDaemon(node);
  return {
    ...cluster,
    startDaemon,
    killDaemon,
    async stop() {
      for (const node of range(nodes)) killDaemon(node);
      for (const name of ['slurmctld', 'munged']) kill(numberOf(folder, name));
    },
  };
}

/** The network of the machines; nobody outside sees it. */
const NETWORK = '10.77.0';
const BRIDGE = 'bridge';

/** The same with a machine for each node. `prepare`: what is done where the controller is to run, as to mount something that all nodes then see. */
export async function startClusterOfMachines(
  folder: string,
  nodes: number,
  prepare: (controller: Machine) => void = () => {},
): Promise<ClusterOfMachines> {
  const controller = await startMachine('controller');
  controller.call('ip', 'link', 'add', BRIDGE, 'type', 'bridge');
  addAddress(controller, BRIDGE, 1);
  prepare(controller);
  const at = (host: string, number: number) => ({ host, address: `${NETWORK}.${number}`, port: 6817 });
  const layout = {
    controller: at('controller', 1),
    nodes: range(nodes).map((node) => at(`n${node}`, addressOf(node))),
  };
  const cluster = startController(folder, layout, controller.enter);
  const machines: Machine[] = [];
  const startDaemon = (node: number) => void called([...machines[node].enter, 'slurmd', '-N', `n${node}`], cluster.env);
  const start = async (node: number) => {
    machines[node] = await startNode(controller, node);
    startDaemon(node);
  };
  for (const node of range(nodes)) await start(node);
  return {
    ...cluster,
    controller,
    node: (number) => machines[number],
    startDaemon,
    killDaemon: (node) => void machines[node].call('kill', '-9', `${numberOf(folder, `slurmd-n${node}`)}`),
    async restart(node) {
      await machines[node].kill();
      await start(node);
    },
    connect: (node, isConnected) =>
      void controller.call('ip', 'link', 'set', linkOf(node), isConnected ? 'up' : 'down'),
    stop: () => controller.kill(),
  };
}

const addressOf = (node: number): number => 11 + node;
const linkOf = (node: number): string => `to-n${node}`;

async function startNode(controller: Machine, node: number): Promise<Machine> {
  const machine = await startMachine(`n${node}`, controller);
  const there = `${machine.numbers.at(-2)}`;
  await freed(controller, linkOf(node));
  controller.call('ip', 'link', 'add', linkOf(node), 'type', 'veth', 'peer', 'name', 'net', 'netns', there);
  controller.call('ip', 'link', 'set', linkOf(node), 'master', BRIDGE, 'up');
  addAddress(machine, 'net', addressOf(node));
  return machine;
}

/** The kernel takes the links of a machine that has ended a while after its processes. */
async function freed(controller: Machine, link: string): Promise<void> {
  const links = () => controller.call('ip', '-brief', 'link', 'show').split('\n');
  await until(`${link} of the machine before is gone`, () => !links().some((line) => line.startsWith(`${link}@`)));
}

function addAddress(machine: Machine, device: string, number: number): void {
  machine.call('ip', 'address', 'add', `${NETWORK}.${number}/24`, 'dev', device);
  machine.call('ip', 'link', 'set', device, 'up');
}

function startController(folder: string, layout: Layout, enter: readonly string[]) {
  const env = { ...process.env, SLURM_CONF: writeConfiguration(folder, layout) };
  const ask = (...words: string[]) => called([...enter, ...words], env);
  ask(...munged(folder));
  ask('slurmctld');
  return { env, enter, ask };
}

/** The number of the process of a daemon, where it runs. */
const numberOf = (folder: string, daemon: string): number =>
  Number(readFileSync(join(folder, 'run', `${daemon}.pid`), 'utf8'));

function kill(number: number): void {
  try {
    process.kill(number, 'SIGKILL');
  } catch {
    // It is over.
  }
}

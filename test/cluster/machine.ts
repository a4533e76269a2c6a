/** Machines within this one, for clusters whose nodes can be killed and cut off: network, processes, mounts and a name of their own, and the files of all. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const NAMESPACES = ['--net', '--mount', '--uts', '--pid'];
const APART = [...NAMESPACES, '--fork', '--kill-child', '--mount-proc'];

/** Namespaces, and bridges between their networks, are what root with CAP_SYS_ADMIN and CAP_NET_ADMIN may make. */
export const canMakeMachines =
  spawnSync('unshare', [...APART, 'ip', 'link', 'add', 'tried', 'type', 'bridge']).status === 0;

export interface Machine {
  readonly name: string;
  /** The words before a command that is to run there. */
  readonly enter: readonly string[];
  /** Standard output of a command that runs there. Throws where it fails. */
  call(command: string, ...line: string[]): string;
  /** The number of its first process as machines see it that it lies in: the innermost comes last. */
  readonly numbers: readonly number[];
  /** Ends all of its processes by kill -9, and those of the machines that lie in it. */
  kill(): Promise<void>;
}

/** Starts a machine, within another or within our own. It ends with this process, however that ends: its first process reads from it, and bash also takes leave of orphans that have ended. */
export async function startMachine(name: string, within?: Machine): Promise<Machine> {
  const [command, ...line] = [...(within?.enter ?? []), 'unshare', ...APART];
  const first = `hostname ${name} && ip link set lo up && echo ready; read`;
  const child = spawn(command, [...line, 'bash', '-c', first], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error(`machine ${name} has not started`)));
  });
  const init = innermost(child);
  const enter = ['nsenter', `--target=${init}`, ...NAMESPACES];
  return {
    name,
    enter,
    call: (...words) => called([...enter, ...words], process.env),
    numbers: numbersOf(init),
    async kill() {
      process.kill(init, 'SIGKILL');
      await ended;
    },
  };
}

/** Standard output of a command. Throws where it fails. */
export function called([command, ...line]: readonly string[], env: NodeJS.ProcessEnv): string {
  const { error, status, stdout, stderr } = spawnSync(command, line, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${[command, ...line].join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** nsenter and unshare start what they are given as their children. */
function innermost({ pid }: ChildProcess): number {
  for (let last = Number(pid); ; ) {
    const children = readFileSync(`/proc/${last}/task/${last}/children`, 'utf8').trim();
    if (children === '') return last;
    last = Number(children.split(' ')[0]);
  }
}

const numbersOf = (process: number): number[] => {
  const [, numbers] = readFileSync(`/proc/${process}/status`, 'utf8').match(/^NSpid:\s*(.*)$/m) ?? [];
  return numbers.split(/\s+/).map(Number);
};

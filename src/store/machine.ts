import { arch, cpus, hostname, platform } from 'node:os';

/** This machine in a line, for the record. */
export function machineWords(): string {
  const [processor] = cpus();
  return [`${platform()} ${arch()}`, processor?.model.trim(), `Node ${process.version}`].filter(Boolean).join(', ');
}

/** What this machine is called by those who look after it: a node of Slurm has a name of its own. */
export const hostName = (): string => process.env.SLURMD_NODENAME ?? hostname();

/** The machine with its name, which tells the nodes of a cluster apart. */
export const hostWords = (): string => `${hostName()} (${machineWords()})`;

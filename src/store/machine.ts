import { arch, cpus, hostname, platform } from 'node:os';

/** This machine in a line, for the record. */
export function machineWords(): string {
  const [processor] = cpus();
  return [`${platform()} ${arch()}`, processor?.model.trim(), `Node ${process.version}`].filter(Boolean).join(', ');
}

/** The same with its name, which tells the nodes of a cluster apart. */
export const hostWords = (): string => `${hostname()} (${machineWords()})`;

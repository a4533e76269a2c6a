/** A window on a run or a study: the page, and the events that feed it. */
import { isIP } from 'node:net';
import { hostname, userInfo } from 'node:os';
import { InputError } from '../errors.ts';
import { readAssets } from './assets.ts';
import type { FollowTask } from './follow-thread.ts';
import { servePage } from './server.ts';
import { watched } from './watched.ts';

export const LOOPBACK = '127.0.0.1';

export interface WindowOptions extends FollowTask {
  /** 0 for any that is free. */
  readonly port: number;
  /** The address to listen on; only this machine can reach the one where it is left out. */
  readonly host?: string | undefined;
}

export interface OpenWindow {
  /** The address to open. */
  readonly url: string;
  close(): Promise<void>;
}

/** Throws InputError for an address that is none, StorageError where the page has not been built. */
export async function openWindow({ directory, patience, port, host = LOOPBACK }: WindowOptions): Promise<OpenWindow> {
  checkHost(host);
  const { answer, close } = watched({ directory, patience });
  const server = await servePage({ assets: readAssets(), host, port, answer, needsToken: host !== LOOPBACK });
  return {
    url: `${server.url}#watch`,
    async close() {
      await close();
      await server.close();
    },
  };
}

/** How to reach a window from another machine, where it listens on this one alone. */
export function tunnelWords(url: string): string {
  const { port } = new URL(url);
  return `from another machine: ssh -L ${port}:${LOOPBACK}:${port} ${userInfo().username}@${hostname()}`;
}

/** The name in a request is held against the address, so one that stands for all interfaces would never be right. */
function checkHost(host: string): void {
  if (isIP(host) && !/^[0:.]+$/.test(host)) return;
  throw new InputError(
    `--host: expected the address of one interface of this machine, as 192.168.0.7, found ${JSON.stringify(host)}`,
  );
}

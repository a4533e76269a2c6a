/** Debian's Firefox, or what the environment variable FIREFOX names: it opens pages of a server here, and they post what they find. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Asset } from '../../src/watch/assets.ts';
import type { Answer } from '../../src/watch/server.ts';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

export const hasFirefox = existsSync(FIREFOX);

/** Nothing is fetched from elsewhere, and scripts may take as long as they do. */
const PREFERENCES = [
  ['browser.shell.checkDefaultBrowser', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['toolkit.telemetry.reportingpolicy.firstRun', false],
  ['app.normandy.enabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
  ['browser.safebrowsing.malware.enabled', false],
  ['browser.safebrowsing.phishing.enabled', false],
  ['dom.max_script_run_time', 0],
] as const;

/** Opens `/` of a server with these files; resolves to what a page of it posts to `/found`. `answer`: to requests for anything else, where it says that it has. */
export async function foundInFirefox(
  files: ReadonlyMap<string, Pick<Asset, 'type' | 'body'>>,
  answer: Answer = () => false,
): Promise<string> {
  const { promise: found, resolve, reject } = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const file = files.get(pathOf(request));
    if (!file && answer(request, response, pathOf(request))) return;
    if (isResult(request)) void text(request).then(resolve, reject);
    response.writeHead(file || isResult(request) ? 200 : 404, file && { 'Content-Type': file.type });
    response.end(file?.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const { stop } = start(`http://127.0.0.1:${port}/`, reject);
  try {
    return await found;
  } finally {
    await stop();
    server.closeAllConnections();
    server.close();
  }
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0];
const isResult = ({ method, url }: IncomingMessage): boolean => method === 'POST' && url === '/found';

/** Firefox with a profile of its own. `ended` hears when it ends by itself. */
function start(url: string, ended: (error: Error) => void) {
  const profile = mkdtempSync(join(tmpdir(), 'spinformer-firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    PREFERENCES.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});\n`).join(''),
  );
  const env = { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' };
  const line = ['--headless', '--no-remote', '--profile', profile, url];
  const child = spawn(FIREFOX, line, { env, stdio: 'ignore', detached: true });
  const end = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.on('error', ended);
  child.on('close', (code, signal) => ended(new Error(`Firefox has ended: ${signal ?? code}`)));
  return {
    async stop() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL');
      await end;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

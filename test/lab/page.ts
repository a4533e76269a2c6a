/** The page of the lab as people get it: built, served and opened in Chromium. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { readAssets } from '../../src/watch/assets.ts';
import { type PageServer, servePage } from '../../src/watch/server.ts';
import { launchChromium } from '../browser/chromium.ts';

const VITE = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../lab/vite.config.ts', import.meta.url));

/** The folder of the built page. */
export function buildLab(): string {
  const outDir = mkdtempSync(join(tmpdir(), 'spinformer-lab-'));
  // As users build it: a test of its own would get the libraries' builds for development.
  const line = [VITE, 'build', '-c', CONFIG, '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  execFileSync(process.execPath, line, { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' });
  return outDir;
}

export const serveLab = (): Promise<PageServer> =>
  servePage({ assets: readAssets(buildLab()), host: '127.0.0.1', port: 0 });

/** The lab and a Chromium for the tests of a group, from before its first to after its last. */
export function useLab() {
  let browser: Browser;
  let server: PageServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), serveLab()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const url = (hash: string) => `${server.url}${hash}`;
  return { url, open: (hash: string, size?: Size) => open(browser, url(hash), size) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Milliseconds after which what is waited for will not come on any machine: the failure then says what it was, where the runner's own limit, somewhat later, would not. */
const HANGING = 25 * 60_000;

/** What a driver without a graphics card says of its own speed. */
const DRIVER = /GL Driver Message/;

export interface Opened {
  readonly page: Page;
  /** What the page has said that it should not: messages of the console, errors, requests to elsewhere. */
  readonly troubles: string[];
}

export async function open(browser: Browser, url: string, size = { width: 1400, height: 900 }): Promise<Opened> {
  const context = await browser.newContext({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(HANGING);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (!DRIVER.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin && !request.url().startsWith('blob:'))
      troubles.push(request.url());
  });
  await page.goto(url);
  return { page, troubles };
}

/** The hash of an address that gives these keys. */
export const addressOf = (fields: Readonly<Record<string, string>>): string =>
  `#v=1&${Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')}`;

export const standing = (page: Page): Promise<string> => page.locator('.stage > .standing').innerText();

/** The page without a network: as a static site hosts it, under a path. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asset, readAssets } from '../../src/watch/assets.ts';
import { hasChromium, launchChromium } from '../browser/chromium.ts';
import { addressOf, buildLab, open } from './page.ts';
import { QUICK } from './specs.ts';
import { says } from './waiting.ts';

/** No name of this machine: pages that it serves itself keep nothing. */
const HOST = 'lab.example';
const PATH = '/docs/lab';

describe.skipIf(!hasChromium && !process.env.CI)('the lab without a network', () => {
  let browser: Browser;
  let assets: Map<string, Asset>;
  let server: Server;
  let port: number;
  beforeAll(async () => {
    assets = new Map(readAssets(buildLab()));
    server = await hosted(assets, 0);
    ({ port } = server.address() as AddressInfo);
    const known = [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
    browser = await launchChromium(...known, `--unsafely-treat-insecure-origin-as-secure=http://${HOST}:${port}`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('runs after the first visit, and is the new page as soon as there is one', async () => {
    const { page, troubles } = await open(browser, `http://${HOST}:${port}${PATH}/${addressOf(QUICK)}`);
    await says(page, 'All 350 samples');
    await page.evaluate('navigator.serviceWorker.ready');
    expect(troubles).toEqual([]);

    await ended(server);
    await page.reload();
    await says(page, 'All 350 samples');
    // Pictures in space are loaded late, and were kept too.
    expect(await page.locator('lab-spins canvas').count()).toBe(1);

    const old = assets.get('/index.html') as Asset;
    const body = Buffer.from(String(old.body).replace('<html', '<html data-page="another"'));
    for (const name of ['/', '/index.html']) assets.set(name, { ...old, body });
    server = await hosted(assets, port);
    await page.reload();
    expect(await page.evaluate('document.documentElement.dataset.page')).toBe('another');
    await page.context().close();
  });

  it('is not kept where this machine serves it', async () => {
    const { page } = await open(browser, `http://127.0.0.1:${port}${PATH}/${addressOf(QUICK)}`);
    await says(page, 'All 350 samples');
    expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(0);
    await page.context().close();
  });
});

async function hosted(assets: ReadonlyMap<string, Asset>, port: number): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const asset = url.startsWith(`${PATH}/`) ? assets.get(url.slice(PATH.length)) : undefined;
    response.writeHead(asset ? 200 : 404, asset && { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
    response.end(asset?.body);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return server;
}

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

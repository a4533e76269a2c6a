/** Takes the pictures of the lab and of a window on a run for the README and the guide, docs/images/lab*.png and watch.png, in Chromium: `node scripts/lab-pictures.ts`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { tourAddress } from '../lab/route.ts';
import { type Asset, readAssets } from '../src/watch/assets.ts';
import { servePage } from '../src/watch/server.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { buildLab, open } from '../test/lab/page.ts';
import { windowOn } from '../test/watch/window-page.ts';

const BAD_MODEL = 5;
/** Samples after which curves and error bars have settled. */
const ENOUGH = 3000;
/** The run that is watched takes longer than its picture. */
const WATCHED = ['examples/linear-6x6.toml', '--set', 'sampling.samples=200000', '--workers', '2'];

interface Picture {
  readonly name: string;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  /** Brings the page to what is to be seen. */
  readonly prepare: (page: Page) => Promise<unknown>;
}

const PICTURES: readonly Picture[] = [
  { name: 'lab', hash: '', width: 1280, height: 700, prepare: learned },
  { name: 'lab-tour', hash: tourAddress(BAD_MODEL), width: 1180, height: 780, prepare: predicted },
];

/** The model of the spec proposes, and the chain has taken enough samples. */
async function learned(page: Page) {
  await page.getByRole('status').filter({ hasText: 'The learned model proposes' }).waitFor();
  await page.waitForFunction(
    (enough) => Number(/(\d+) of/.exec(document.querySelector('.stage .standing')?.textContent ?? '')?.[1]) > enough,
    ENOUGH,
  );
}

async function predicted(page: Page) {
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: /run$/ }).click();
  await page.locator('.outcome').waitFor();
  await page.getByRole('heading', { level: 2 }).evaluate((heading) => heading.scrollIntoView());
}

/** Chains have samples, and the tables are there. */
async function watched(page: Page) {
  await page.getByRole('status').filter({ hasText: 'Running' }).waitFor();
  await page.locator('.observables').waitFor();
  await page.locator('lab-series figure').first().waitFor();
}

async function take(browser: Browser, url: string, { name, hash, width, height, prepare }: Picture) {
  const { page } = await open(browser, url + hash, { width, height });
  await prepare(page);
  await page.screenshot({ path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)) });
  await page.context().close();
}

async function takeWindow(browser: Browser, assets: ReadonlyMap<string, Asset>) {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-picture-'));
  const directory = join(folder, 'linear-6x6');
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const run = spawn(process.execPath, [main, 'run', ...WATCHED, '--out', directory], { stdio: 'ignore' });
  while (!existsSync(join(directory, 'resolved.toml'))) await new Promise((resolve) => setTimeout(resolve, 50));
  const shown = await windowOn({ directory }, assets);
  await take(browser, shown.url, { name: 'watch', hash: '', width: 1280, height: 860, prepare: watched });
  await shown.close();
  const ended = new Promise((resolve) => run.on('close', resolve));
  run.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true });
}

const assets = readAssets(buildLab());
const [browser, server] = await Promise.all([launchChromium(), servePage({ assets, host: '127.0.0.1', port: 0 })]);
try {
  for (const picture of PICTURES) await take(browser, server.url, picture);
  await takeWindow(browser, assets);
} finally {
  await browser.close();
  await server.close();
}

/** Windows in a browser: a run from its start to its end, one that is killed, a stream that is lost and comes back, a study. */
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../src/results/summary/summary.ts';
import { formatEstimate } from '../../src/statistics/estimate.ts';
import { openRun } from '../../src/store/store.ts';
import type { Asset } from '../../src/watch/assets.ts';
import { hasChromium, launchChromium } from '../browser/chromium.ts';
import { spinformer } from '../cli/command.ts';
import { open } from '../lab/page.ts';
import { killGroup, startCommand } from '../runner/command.ts';
import { newDirectory, until } from '../runner/runs.ts';
import { buildPage, windowOn } from './window-page.ts';

const isThere = (directory: string) =>
  statSync(join(directory, 'resolved.toml'), { throwIfNoEntry: false }) !== undefined;
const says = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

const widths = (page: Page) => page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]');

describe.skipIf(!hasChromium && !process.env.CI)('a window', () => {
  let browser: Browser;
  let assets: ReadonlyMap<string, Asset>;
  beforeAll(async () => {
    browser = await launchChromium();
    assets = buildPage();
  });
  afterAll(() => browser?.close());

  it('shows a run from its training to its end', { timeout: 0 }, async () => {
    const directory = newDirectory();
    const attempt = startCommand({ directory, samples: 4000 });
    await until(() => isThere(directory), attempt);
    const shown = await windowOn({ directory }, assets);
    const { page, troubles } = await open(browser, shown.url);
    await says(page, 'Finished');
    expect(await attempt.ended).toMatchObject({ code: 0 });
    const { observables } = summarise(openRun(directory));
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'energyPerSite', exact: true }) });
    expect(await row.innerText()).toContain(formatEstimate(observables.energyPerSite).replaceAll('-', '−'));
    await page.locator('lab-series figure').first().waitFor();
    await page.locator('lab-learning circle').first().waitFor();
    expect(await page.locator('.chains tbody tr').count()).toBe(2);

    // Half the error takes four times the samples.
    const error = 'error' in observables.energyPerSite ? observables.energyPerSite.error : Number.NaN;
    await page.getByLabel('An error of').fill(String(error / 2));
    expect(await page.locator('watch-wish output').innerText()).toContain('takes 32000 kept samples');
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await widths(page)).toEqual([390, 390]);
    expect(troubles).toEqual([]);
    await page.context().close();
    await shown.close();
  });

  it('says that a run was killed, and that its stream is lost and back', { timeout: 0 }, async () => {
    const directory = newDirectory();
    const attempt = startCommand({ directory, samples: 400_000 });
    await until(() => isThere(directory), attempt);
    // Longer than a run takes from one checkpoint to the next, also on a busy machine.
    const task = { directory, patience: 30_000 };
    const first = await windowOn(task, assets);
    const { page, troubles } = await open(browser, first.url);
    await says(page, 'Running');
    killGroup(attempt);
    await attempt.ended;
    await says(page, 'Stalled: nothing was written for');
    expect(await page.locator('main.stalled').count()).toBe(1);
    expect(await faults(page)).toEqual([]);
    expect(troubles).toEqual([]);

    await first.close();
    await page.getByRole('alert').filter({ hasText: 'The connection is lost' }).waitFor();
    const second = await windowOn(task, assets, first.port);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await says(page, 'Stalled');
    await page.context().close();
    await second.close();
  });

  it('draws a study as curves, and leads to its points', { timeout: 0 }, async () => {
    const directory = newDirectory();
    const file = join(dirname(directory), 'study.toml');
    const sweep = '[sweep]\nlattice.size = [[2, 2], [4, 4]]\nmodel.temperature = [0.1, 0.2]\n';
    writeFileSync(file, `sampling = { method = "local", chains = 2, samples = 400, warm_up = 20, seed = 1 }\n${sweep}`);
    expect(spinformer(['run', file, '--out', directory, '--points', '1-3']).status).toBe(0);
    const shown = await windowOn({ directory }, assets);
    const { page, troubles } = await open(browser, shown.url);
    await page.locator('figure.curves circle').nth(2).waitFor();
    expect(await page.locator('figure.curves .tinted').count()).toBe(2);
    spinformer(['run', file, '--out', directory]);
    await says(page, 'Finished');
    await page.locator('figure.curves circle').nth(3).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: '4', exact: true }).click();
    await page.locator('.chains').waitFor();
    expect(await page.locator('section.watched h2').innerText()).toContain('4x4');
    await page.getByRole('link', { name: 'all points' }).click();
    await page.locator('figure.curves').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
    await shown.close();
  });
});

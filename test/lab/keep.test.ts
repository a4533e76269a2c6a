/** What people take from the page: a chain that the command line goes on with. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../src/spec.ts';
import { configurationChecksum } from '../../src/spins/checksum.ts';
import { lastCheckpoint, openRun } from '../../src/store/store.ts';
import { hasChromium } from '../browser/chromium.ts';
import { spinformer } from '../cli/command.ts';
import { temporaryFolder } from '../store/example.ts';
import { addressOf, useLab } from './page.ts';
import { FLOW, LONG, QUICK } from './specs.ts';
import { isMeasured, isProposing } from './waiting.ts';

/** How many colours a PNG has. */
async function inks(page: Page, file: string): Promise<number> {
  const bytes = [...readFileSync(file)];
  return page.evaluate(async (all) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(all)], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
      '2d',
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, bytes);
}

describe.skipIf(!hasChromium && !process.env.CI)('what is kept of the lab', () => {
  const lab = useLab();

  const saved = async (page: Page, button: Locator, folder: string): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  };

  it('earlier configurations are looked at again, by keyboard, and left again', async () => {
    const { page, troubles } = await lab.open(addressOf(LONG));
    await isProposing(page);
    await isMeasured(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    const slider = page.getByLabel('Earlier configurations');
    await slider.focus();
    await slider.press('Home');
    await page.getByText('sample 1:').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('lab-replay p').filter({ hasNotText: 'sample 1:' }).waitFor();
    expect(await page.locator('lab-replay p').innerText()).toMatch(
      /^sample \d+: energy per site −\d\.\d+ · m², magnetisation squared \d/,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('lab-replay p').waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('every picture as PNG and its numbers as CSV', async () => {
    const { page, troubles } = await lab.open(addressOf(LONG));
    await isProposing(page);
    // Some come later than others, on a busy machine by seconds.
    for (const name of ['scatter', 'zone', 'states', 'memory', 'acceptance', 'learning'])
      await page.locator(`lab-${name} figure`).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const folder = temporaryFolder();
    const menus = await page.locator('lab-save').all();
    const names: string[] = [];
    for (const menu of menus) {
      await menu.locator('summary').click();
      const picture = await saved(page, menu.getByRole('button', { name: 'PNG' }), folder);
      const numbers = await saved(page, menu.getByRole('button', { name: 'CSV' }), folder);
      names.push(basename(picture, '.png'));
      expect(await inks(page, picture), picture).toBeGreaterThan(3);
      const [head, ...rows] = readFileSync(numbers, 'utf8').trimEnd().split('\r\n');
      expect(rows.length, numbers).toBeGreaterThan(0);
      expect(head, numbers).toMatch(/^[a-z_A-Z0-9]+(,[a-z_A-Z0-9]+)+$/);
      await menu.locator('summary').click();
    }
    expect(names.toSorted()).toEqual(
      [
        ...['acceptance', 'autocorrelation', 'density-of-states', 'energyPerSite', 'learned-against-exact', 'learning'],
        ...['spins', 'staggeredMagnetization2', 'structure-factor'],
      ].toSorted(),
    );
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a learned energy', QUICK],
    ['a flow', FLOW],
  ])('a chain of %s in a file: the command goes on with it bit for bit', async (_, quick) => {
    const fields = { ...quick, 'sampling.chains': '1', 'sampling.samples': '2000' };
    const { page, troubles } = await lab.open(addressOf(fields));
    await isProposing(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    const folder = temporaryFolder();
    const file = await saved(page, page.getByRole('button', { name: 'Continue on the command line' }), folder);
    await page.getByText('spinformer run lab-chain.json').waitFor();
    await page.getByRole('button', { name: 'Copy as TOML' }).click();
    const spec = join(folder, 'spec.toml');
    writeFileSync(spec, await page.evaluate<string>('navigator.clipboard.readText()'));
    expect(troubles).toEqual([]);
    await page.context().close();

    const [taken, whole] = [join(folder, 'taken'), join(folder, 'whole')];
    const { status: code, stderr: words } = spinformer(['run', file, '--out', taken]);
    expect(words).toContain(taken);
    expect(code, words).toBe(0);
    expect(spinformer(['run', spec, '--out', whole])).toMatchObject({ status: 0 });
    const last = (directory: string) => ({ ...lastCheckpoint(openRun(directory), 1), counters: undefined });
    expect(last(taken)).toMatchObject({ samples: 2050 });
    expect(last(taken)).toEqual(last(whole));
    const { spins } = lastCheckpoint(openRun(whole), 1) as Checkpoint;
    expect(spinformer(['status', whole]).stdout).toMatch(new RegExp(`2050 of 2050 .* ${configurationChecksum(spins)}`));

    writeFileSync(file, readFileSync(file, 'utf8').replace('"madeBy":"', '"madeBy":"1'));
    const { status, stderr } = spinformer(['run', file, '--out', join(folder, 'other')]);
    expect(status).toBe(2);
    expect(stderr).toContain('the file is damaged');
    expect(spinformer(['run', file, '--set', 'model.coupling=2']).stderr).toContain('--set: expected none');
  });
});

/** The tour in a browser, from the first prediction to the last number. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tourAddress } from '../../lab/route.ts';
import { tomlOf } from '../../lab/state/fields.ts';
import { STEPS } from '../../lab/tour/steps.ts';
import { estimateMean } from '../../src/index.ts';
import { sampleSpec } from '../../src/spec.ts';
import { formatWithError } from '../../src/statistics/format.ts';
import { hasChromium } from '../browser/chromium.ts';
import { addressOf, useLab } from './page.ts';

/** What every step finds, in its words; the last depends on how fast the machine is. */
const FOUND = [
  /opposite way/,
  /2\d\.\d+\(.+\) %/,
  /6\d\.\d+\(.+\) %/,
  /It rises/,
  /larger error bar/,
  /independent samples/,
];

/** A picture that has come to rest: spins turn for a while. */
async function settled(canvas: Locator): Promise<Buffer> {
  let before = await canvas.screenshot();
  for (;;) {
    const now = await canvas.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
}

describe.skipIf(!hasChromium && !process.env.CI)('the tour', () => {
  const lab = useLab();

  const at = (step: number, size?: { width: number; height: number }) => lab.open(tourAddress(step), size);
  const headed = (page: Page, step: number) => page.getByRole('heading', { name: STEPS[step - 1].title }).waitFor();

  it('asks, computes and answers, step by step', async () => {
    const { page, troubles } = await at(1);
    for (const [k, { title, question, runs }] of STEPS.entries()) {
      await headed(page, k + 1);
      expect(page.workers()).toEqual([]);
      if (question.kind === 'choice') await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: /^Predict .*run$/ }).click();
      const outcome = page.getByRole('region', { name: 'Predicted and measured' });
      await outcome.waitFor();
      expect(await outcome.innerText(), title).toMatch(FOUND[k]);
      const rows = page.locator('lab-bars tbody tr');
      expect(await rows.count()).toBeGreaterThanOrEqual(runs.length);
      await page.getByRole('navigation', { name: 'Next and previous step' }).getByRole('link').last().click();
    }
    await page.locator('lab-workbench').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('shows the numbers of the library', async () => {
    const { page } = await at(2);
    await page.getByRole('button', { name: /run$/ }).click();
    await page.locator('lab-bars tbody tr').nth(1).waitFor({ state: 'attached' });
    const acceptances: number[] = [];
    for await (const { values } of sampleSpec(tomlOf(STEPS[1].runs[0].fields)))
      acceptances.push(Math.min(1, Math.exp(values.logRatio)));
    const estimate = estimateMean([Float64Array.from(acceptances)]);
    if (estimate.kind !== 'estimate') throw new Error('expected an estimate');
    const { mean, error } = estimate;
    expect(await page.locator('lab-bars tbody tr').first().textContent()).toContain(formatWithError(mean, error));
    await page.context().close();
  });

  it('needs no more than a keyboard', async () => {
    const { page } = await at(1);
    await headed(page, 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.localName')).toBe('main');
    while ((await page.evaluate('document.activeElement.type')) !== 'radio') await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.outcome').waitFor();
    expect(await page.locator('.answer dd').first().innerText()).toBe('Point the same way as their neighbours');
    const canvas = page.locator('lab-spins canvas');
    await canvas.focus();
    const still = await settled(canvas);
    await page.keyboard.press('Shift+ArrowLeft');
    while (still.equals(await canvas.screenshot()));
    while ((await page.evaluate('document.activeElement.rel')) !== 'next') await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await headed(page, 2);
    await page.waitForFunction('document.activeElement.localName === "h2"');
    await page.context().close();
  });

  it('has no fault that axe knows, light and dark, before and after', async () => {
    const { page } = await at(1);
    const faults = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    const inBothLooks = async () => {
      for (const look of ['Dark', 'Light']) {
        await page.getByRole('button', { name: look, exact: true }).click();
        expect(await faults(), look).toEqual([]);
      }
    };
    await headed(page, 1);
    await inBothLooks();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: /run$/ }).click();
    await page.locator('.outcome').waitFor();
    await inBothLooks();
    await page.context().close();
  });

  it('is where the address says, with the buttons of the browser too', async () => {
    const { page, troubles } = await lab.open(addressOf({ 'lattice.size': '[4,4]' }));
    await page.getByRole('link', { name: 'Tour' }).click();
    await headed(page, 1);
    await page.getByRole('link', { name: /^3:/ }).click();
    await headed(page, 3);
    await page.reload();
    await headed(page, 3);
    await page.goBack();
    await headed(page, 1);
    await page.goBack();
    await page.getByLabel('lattice.size', { exact: true }).waitFor();
    expect(await page.getByLabel('lattice.size', { exact: true }).inputValue()).toBe('[4,4]');
    await page.goForward();
    await headed(page, 1);
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await page.waitForURL(/lattice\.size=\[4,4\]/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('keeps the look that was chosen', async () => {
    const { page } = await at(1);
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Light' }).waitFor();
    expect(await page.evaluate('document.documentElement.dataset.look')).toBe('dark');
    await page.context().close();
  });

  it('fits a telephone and a projector', async () => {
    for (const width of [390, 1920]) {
      const { page } = await at(2, { width, height: 900 });
      await page.getByRole('button', { name: /run$/ }).click();
      await page.locator('lab-bars rect').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.context().close();
    }
  });
});

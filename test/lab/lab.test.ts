/** The lab in a browser: what it computes, shows, keeps in its address, and refuses. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { tomlOf } from '../../lab/state/fields.ts';
import { sampleSpec } from '../../src/spec.ts';
import { configurationChecksum } from '../../src/spins/checksum.ts';
import { hasChromium, launchChromium, WITHOUT_SIMD } from '../browser/chromium.ts';
import { addressOf, open, standing, useLab } from './page.ts';
import { LONG, QUICK } from './specs.ts';
import { isMeasured, isProposing, says } from './waiting.ts';

describe.skipIf(!hasChromium && !process.env.CI)('the lab', () => {
  const lab = useLab();

  const opened = (fields: Readonly<Record<string, string>>, size?: { width: number; height: number }) =>
    lab.open(addressOf(fields), size);

  it('samples the bits of the library', async () => {
    const { page, troubles } = await opened(QUICK);
    await says(page, 'All 350 samples');
    let last = '';
    for await (const { spins } of sampleSpec(tomlOf(QUICK))) last = configurationChecksum(spins);
    expect(await standing(page)).toContain(`350 of 350 samples`);
    expect(await standing(page)).toContain(`bits ${last}`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('samples the same bits without SIMD in WebAssembly, and says that it is slower', async () => {
    const old = await launchChromium(WITHOUT_SIMD);
    const { page, troubles } = await open(old, lab.url(addressOf(QUICK)));
    await page.getByText('This browser has no WebAssembly with SIMD').waitFor();
    await says(page, 'All 350 samples');
    let last = '';
    for await (const { spins } of sampleSpec(tomlOf(QUICK))) last = configurationChecksum(spins);
    expect(await standing(page)).toContain(`bits ${last}`);
    expect(troubles).toEqual([]);
    await old.close();
  });

  it('begins by itself, learns, and says what is seen', async () => {
    const { page, troubles } = await lab.open('');
    await says(page, 'a model is learned beside them');
    await page.locator('lab-learning circle').first().waitFor();
    await isMeasured(page);
    expect(await page.locator('lab-spins canvas').count()).toBe(1);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('has no fault that axe knows, and a table behind every chart', async () => {
    const { page } = await opened(LONG);
    await page.locator('lab-scatter figure').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    const charts = await page
      .locator('.pictures figure:has(details table), .pictures figure:has(svg[role=img])')
      .count();
    expect(charts).toBe(await page.locator('.pictures figure').count());
    await page.context().close();
  });

  it('keeps the spec in its address', async () => {
    const { page } = await opened(LONG);
    const temperature = page.getByLabel('model.temperature', { exact: true });
    await temperature.fill('0.2');
    await temperature.press('Enter');
    await page.waitForURL(/model\.temperature=0\.2/);
    await isMeasured(page);
    await page.reload();
    await isMeasured(page);
    expect(await page.getByLabel('model.temperature', { exact: true }).inputValue()).toBe('0.2');
    await page.getByRole('button', { name: 'Copy as TOML' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('[model]\ntemperature = 0.2');
    await page.context().close();
  });

  it('says what cannot be sampled, where and why', async () => {
    const { page } = await opened({ ...QUICK, 'model.temperature': '-1' });
    await says(page, 'model.temperature: expected a number, 0 or more, found -1');
    await page.context().close();
  });

  it('shows a single step with both energies', async () => {
    const { page } = await opened(LONG);
    // Before that a step is a trajectory of the exact weight, and nothing is proposed.
    await isProposing(page);
    await isMeasured(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'One step' }).click();
    await page.locator('lab-step ol').waitFor();
    expect(await page.locator('lab-step').innerText()).toMatch(
      /β ΔE_eff = [+−][\d.]+.*β ΔF = [+−][\d.]+.*(accepted|rejected)/s,
    );
    await page.context().close();
  });

  it('goes on at another temperature, with statistics that begin anew', async () => {
    const { page } = await opened(LONG);
    const slider = page.locator('lab-tuner input').first();
    await slider.waitFor();
    await slider.focus();
    await slider.press('End');
    await says(page, 'all statistics began anew');
    await isMeasured(page);
    await page.context().close();
  });

  it('shows as much as a page that embeds it wants', async () => {
    const { page } = await opened({ embed: 'none', ...LONG });
    await says(page, 'accepts or rejects');
    expect(await page.locator('lab-spins canvas').count()).toBe(1);
    expect(await page.locator('button:visible, input:visible, h1, figure').count()).toBe(0);
    await page.goto(lab.url(addressOf({ embed: 'minimal', ...LONG })));
    await isMeasured(page);
    expect(await page.locator('lab-panel').count()).toBe(0);
    await page.context().close();
  });

  it('fits a telephone', async () => {
    const { page } = await opened(LONG, { width: 390, height: 844 });
    await isMeasured(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.context().close();
  });
});

/** The controls of the lab: every key of the spec, the keyboard alone, a page that is hidden, and memory. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Control, controls } from '../../lab/engine/controls.ts';
import { hasChromium } from '../browser/chromium.ts';
import { heapOf } from './heap.ts';
import { addressOf, standing, useLab } from './page.ts';
import { LONG } from './specs.ts';
import { isMeasured, isProposing, says, until } from './waiting.ts';

/** A chain that begins at once; a search for μ takes a share of its plan. */
const BASE = { 'lattice.size': '[4,4]', 'sampling.method': '"hmc"', 'sampling.samples': '500' };

/** Values for keys whose texts are no numbers. */
const VALUES: Readonly<Record<string, string>> = {
  'lattice.size': '[2, 4]',
  'lattice.boundary': '"open"',
  'lattice.twist': '[0.1, 0]',
  'model.hopping': '[1, 0.2]',
  'model.exchange': '[0.1]',
  'model.field': '[0, 0, 0.2]',
  'model.filling': '0.9',
  'effective.kind': '"transformer"',
};

describe.skipIf(!hasChromium && !process.env.CI)('controls of the lab', () => {
  const lab = useLab();

  const opened = (fields: Readonly<Record<string, string>>) => lab.open(addressOf(fields));

  it('each key: the address changes, and a chain begins or words say why not or ask first', async () => {
    const { page, troubles } = await opened(BASE);
    await page.locator('.standing').waitFor();
    await page.locator('lab-panel details summary').first().click();
    const begun: string[] = [];
    for (const control of controls()) {
      await back(page);
      await marked(page);
      await change(page, control);
      await page.waitForURL((url) => decodeURIComponent(url.hash).includes(`&${control.key}=`));
      const answer = page
        .locator('.standing:not([data-old])')
        .or(page.getByText(/This cannot be sampled|This takes long/))
        .first();
      await answer.waitFor().catch((error) => {
        throw new Error(control.key, { cause: error });
      });
      if (await page.locator('.standing').count()) begun.push(control.key);
    }
    expect(begun.length).toBeGreaterThan(20);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  /** At the beginning again, without what was changed last. */
  const back = async (page: Page) => {
    await marked(page);
    await page.evaluate(`location.hash = ${JSON.stringify(`${addressOf(BASE)}&embed=full`)}`);
    await page.evaluate(`location.hash = ${JSON.stringify(addressOf(BASE))}`);
    await page.locator('.standing:not([data-old])').waitFor();
  };

  /** What is there now is told from what comes. */
  const marked = (page: Page) => page.evaluate('document.querySelector(".standing")?.setAttribute("data-old", "")');

  const change = async (page: Page, { key, input }: Control) => {
    const named = page.getByText(key, { exact: true });
    const field = page.locator('lab-control').filter({ has: named }).locator('input, select');
    if (input === 'flag') return field.click();
    if (typeof input === 'object' && input.isComplete) {
      const options = await field.locator('option').allTextContents();
      const chosen = await field.inputValue();
      return field.selectOption(options.find((name) => name !== chosen) ?? chosen);
    }
    await field.fill(VALUES[key] ?? '2');
    await field.press('Enter');
  };

  it('what takes long is asked about before it begins', async () => {
    const size = { 'lattice.size': '[12,12]', 'training.exact_evaluations': '100000' };
    const { page } = await opened({ ...size, 'effective.kind': '"transformer"' });
    await says(page, 'This takes long in a page');
    expect(await page.locator('lab-cost p').innerText()).toMatch(
      /^about [\d.]+ (min|h|days) until the chain begins, about \d+/,
    );
    expect(await page.locator('.standing', { hasText: 'bits' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Start all the same' }).click();
    await says(page, 'a model is learned beside them');
    await page.context().close();
  });

  it('by keyboard alone: pause, a step, a slider, a key of the spec', async () => {
    const { page } = await opened(LONG);
    await isProposing(page);
    await isMeasured(page);
    await tabTo(page, 'Pause');
    await page.keyboard.press('Enter');
    await page.locator('button[aria-pressed="true"]', { hasText: 'Pause' }).waitFor();
    await tabTo(page, 'One step');
    await page.keyboard.press('Space');
    await page.locator('lab-step ol').waitFor();
    await tabTo(page, 'T, while it runs');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('status').filter({ hasText: 'statistics began anew' }).waitFor();
    await tabTo(page, 'model.coupling');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    await page.waitForURL(/model\.coupling=1\.5/);
    await page.context().close();
  });

  it('a hidden page draws nothing, and its chain goes on', async () => {
    const { page } = await opened({ ...BASE, 'sampling.samples': '100000' });
    await page.locator('.standing').waitFor();
    // What browsers do with hidden pages: none of their frames comes.
    await page.evaluate(`
      window.held = [];
      window.drawn = window.requestAnimationFrame;
      window.requestAnimationFrame = (draw) => window.held.push(draw);`);
    const settled = async () => {
      const before = await standing(page);
      await page.evaluate('new Promise((resolve) => window.drawn(() => setTimeout(resolve, 50)))');
      return before === (await standing(page));
    };
    await until(settled);
    const hidden = samplesIn(await standing(page));
    const seen = async () => {
      await page.evaluate('{ const all = window.held; window.held = []; for (const draw of all) window.drawn(draw); }');
      return samplesIn(await standing(page)) > hidden + 200;
    };
    await until(seen);
    await page.context().close();
  });

  it('memory is the same after 5 000 samples and after 10 000', async () => {
    const { page } = await opened(LONG);
    await isProposing(page);
    await until(async () => samplesIn(await standing(page)) > 5000);
    const before = await heapOf(page);
    await until(async () => samplesIn(await standing(page)) > 10_000);
    const after = await heapOf(page);
    expect(after - before).toBeLessThan(1e6);
    await page.context().close();
  });
});

const samplesIn = (text: string): number => Number(/(\d+) of/.exec(text)?.[1]);

/** Presses Tab until what has this name has the focus; every control comes along. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate<string>(
      '(document.activeElement.labels?.[0] ?? document.activeElement).innerText.split("\\n")[0].trim()',
    );
  for (let k = 0; k < 200; k++) {
    if ((await focused()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

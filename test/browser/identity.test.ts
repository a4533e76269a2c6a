/** Bit-identical in Node and in Chromium, from WebAssembly and from its TypeScript twin. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { COMPUTATIONS } from './computations.ts';

const NAMES = ['fingerprint', 'chains', 'flows'] as const;
const ENGINES = ['wasm', 'typescript'] as const;

it.each(NAMES)('%s: bit-identical from WebAssembly and from TypeScript', (name) => {
  expect(COMPUTATIONS[name]('typescript') === COMPUTATIONS[name]('wasm')).toBe(true);
});

it('chains: most of the 2 × 200 steps move', () => {
  expect(new Set(COMPUTATIONS.chains('wasm').split('\n')).size).toBeGreaterThan(250);
});

describe.skipIf(!hasChromium && !process.env.CI)('Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const cases = NAMES.flatMap((name) => ENGINES.map((engine) => [name, engine] as const));
  const inPage = async (call: string): Promise<unknown> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.addScriptTag({ content: await bundle() });
    return page.evaluate(`spinformerTest.COMPUTATIONS.${call}`);
  };

  it.each(cases)('%s: bit-identical with Node from %s', async (name, engine) => {
    expect((await inPage(`${name}('${engine}')`)) === COMPUTATIONS[name](engine)).toBe(true);
  });

  it('specs: bit-identical with Node', async () => {
    const known = await COMPUTATIONS.specs();
    expect(known.split('\n').length).toBe(340);
    expect((await inPage('specs()')) === known).toBe(true);
  });
});

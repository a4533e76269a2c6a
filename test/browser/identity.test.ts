/** Bit-identical results in Node and in Chromium, from WebAssembly and from its TypeScript twin. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPUTATIONS } from './computations.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

const NAMES = ['fingerprint', 'chains'] as const;
const ENGINES = ['wasm', 'typescript'] as const;

it.each(NAMES)('%s: WebAssembly and TypeScript are bit-identical', (name) => {
  expect(COMPUTATIONS[name]('typescript') === COMPUTATIONS[name]('wasm')).toBe(true);
});

it('chains: most of the 2 × 200 steps move', () => {
  expect(new Set(COMPUTATIONS.chains('wasm').split('\n')).size).toBeGreaterThan(250);
});

describe.skipIf(!existsSync(CHROMIUM) && !process.env.CI)('Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    const args = [...QUIET, '--disable-background-networking', '--disable-component-update'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args, timeout: 0 });
  });
  afterAll(() => browser?.close());

  const cases = NAMES.flatMap((name) => ENGINES.map((engine) => [name, engine] as const));
  it.each(cases)('%s: bit-identical to Node from %s', async (name, engine) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.addScriptTag({ content: await bundle() });
    const found = await page.evaluate(`spinformerTest.COMPUTATIONS.${name}('${engine}')`);
    expect(found === COMPUTATIONS[name](engine)).toBe(true);
  });
});

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./computations.ts', import.meta.url));
  const options = { bundle: true, format: 'iife', globalName: 'spinformerTest', write: false } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0].text;
}

/** The same bits in Node and in Chromium, from WebAssembly and from its TypeScript twin. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

it('gives the same bits from WebAssembly and from TypeScript', () => {
  expect(fingerprint('typescript') === fingerprint('wasm')).toBe(true);
});

describe.skipIf(!existsSync(CHROMIUM) && !process.env.CI)('Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    const args = [...QUIET, '--disable-background-networking', '--disable-component-update'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(() => browser?.close());

  it.each(['wasm', 'typescript'] as const)('gives the same bits as Node from %s', async (engine) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const found = await page.evaluate(`spinformerTest.fingerprint('${engine}')`);
    expect(found === fingerprint(engine)).toBe(true);
  });
});

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('fingerprint.ts', import.meta.url));
  const options = { bundle: true, format: 'iife', globalName: 'spinformerTest', write: false } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0].text;
}

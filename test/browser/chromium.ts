/** The browser of the tests: Debian's Chromium, or what the environment variable CHROMIUM names. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
];

export const hasChromium = existsSync(CHROMIUM);

/** A processor of before 2008, as the browser sees it: WebAssembly without SIMD. */
export const WITHOUT_SIMD = '--js-flags=--no-enable-sse4-1';

export const launchChromium = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: [...QUIET, ...more], timeout: 0 });

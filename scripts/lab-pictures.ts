/** Takes the pictures of the lab for the README and the guide, docs/images/lab*.png, in Chromium: `node scripts/lab-pictures.ts`. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { tourAddress } from '../lab/route.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { open, serveLab } from '../test/lab/page.ts';

const BAD_MODEL = 5;
/** Samples after which curves and error bars have settled. */
const ENOUGH = 3000;

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

async function take(browser: Browser, url: string, { name, hash, width, height, prepare }: Picture) {
  const { page } = await open(browser, url + hash, { width, height });
  await prepare(page);
  await page.screenshot({ path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)) });
  await page.context().close();
}

const [browser, server] = await Promise.all([launchChromium(), serveLab()]);
try {
  for (const picture of PICTURES) await take(browser, server.url, picture);
} finally {
  await browser.close();
  await server.close();
}

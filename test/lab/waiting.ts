/** What the tests of the lab wait for on its page. */
import type { Page } from 'playwright-core';

/** The first observable has been drawn, of whatever chain runs. */
export const isMeasured = (page: Page): Promise<void> => page.locator('lab-series figure').first().waitFor();

/** The sentence of the page has these words. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor();

/** The chain of a spec that learns has begun: until then the page shows trajectories of the exact weight. */
export const isProposing = (page: Page): Promise<void> => says(page, /accepts or rejects|samples have been taken/);

/** Looks until something holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The ways from a step of the tour to the others. */
import { html, nothing } from 'lit';
import { tourAddress } from '../route.ts';
import { WORDS } from '../words.ts';
import type { TourStep } from './step.ts';
import { STEPS } from './steps.ts';

/** `number` from 1; the first or the last step for what lies outside. */
const within = (number: number): number => Math.min(Math.max(number, 1), STEPS.length);

export const stepAt = (number: number): TourStep => STEPS[within(number) - 1];

/** All steps by their numbers. */
export const places = (number: number) => html`<nav class="places" aria-label=${WORDS.tourSteps}><ol>
  ${STEPS.map(({ title }, k) => html`<li><a href=${tourAddress(k + 1)} aria-label=${`${k + 1}: ${title}`} title=${title} aria-current=${k + 1 === within(number) ? 'step' : 'false'}>${k + 1}</a></li>`)}
</ol></nav>`;

/** The next step is offered more clearly once this one `isDone`. */
export function ways(number: number, isDone: boolean) {
  const here = within(number);
  const kind = isDone ? 'main' : '';
  return html`<nav class="ways" aria-label=${WORDS.tourWays}>
    ${here > 1 ? html`<a href=${tourAddress(here - 1)} rel="prev">← ${stepAt(here - 1).title}</a>` : nothing}
    ${here < STEPS.length ? html`<a class=${kind} href=${tourAddress(here + 1)} rel="next">${stepAt(here + 1).title} →</a>` : html`<a class=${kind} href="#">${WORDS.toWorkbench} →</a>`}
  </nav>`;
}

/** What is learned and what is exact, in the colours that both have in all pictures. */
import { html } from 'lit';
import { WORDS } from './words.ts';

export const legend = () => html`<dl class="legend">
  <div class="learned"><dt>${WORDS.learnedIs}</dt><dd>${WORDS.learnedMeans}</dd></div>
  <div class="exact"><dt>${WORDS.exactIs}</dt><dd>${WORDS.exactMeans}</dd></div>
</dl>`;

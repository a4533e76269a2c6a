/** <lab-header>: the name of the page, the way to its other pages, and light or dark. */
import { html } from 'lit';
import { LabElement } from './element.ts';
import { chooseLook, LOOK_CHANGED, type Look } from './look.ts';
import type { Route } from './route.ts';
import { WORDS } from './words.ts';

export interface Link {
  readonly page: Route['page'];
  readonly address: string;
  readonly words: string;
}

export class LabHeader extends LabElement {
  static override properties = { links: { attribute: false }, page: { attribute: false } };
  declare links: readonly Link[];
  declare page: Route['page'];

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(LOOK_CHANGED, this.#changed);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(LOOK_CHANGED, this.#changed);
  }

  override render() {
    return html`<header>
      <button type="button" class="skip" @click=${skip}>${WORDS.skip}</button>
      <h1>${WORDS.title}</h1>
      <nav aria-label=${WORDS.pages}>${this.links.map(
        ({ page, address, words }) =>
          html`<a href=${address} aria-current=${page === this.page ? 'page' : 'false'}>${words}</a>`,
      )}</nav>
      <button type="button" class="look" @click=${() => chooseLook(other())}>${WORDS.look[other()]}</button>
    </header>`;
  }

  #changed = () => this.requestUpdate();
}

/** No link: the address says which page this is. */
const skip = () => document.querySelector('main')?.focus();

/** The look that the page does not have now. */
const other = (): Look => (document.documentElement.dataset.look === 'dark' ? 'light' : 'dark');

/** <lab-app>: the header, and which of its pages the address asks for. */
import { html, nothing } from 'lit';
import { LabElement } from './element.ts';
import type { Link } from './header.ts';
import { type Route, routeOf, tourAddress } from './route.ts';
import { readAddress } from './state/address.ts';
import { WORDS } from './words.ts';

export class LabApp extends LabElement {
  static override properties = { hash: { state: true } };
  declare hash: string;
  /** Where the workbench was left. */
  #workbench = '#';

  constructor() {
    super();
    this.hash = location.hash;
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#visit);
    this.#visit();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#visit);
  }

  override render() {
    const route = routeOf(this.hash);
    const isFramed = (readAddress(this.hash)?.embed ?? 'full') !== 'full';
    return html`${isFramed ? nothing : html`<lab-header .links=${this.#links()} .page=${route.page}></lab-header>`}
      ${page(route)}`;
  }

  #links(): Link[] {
    return [
      { page: 'lab', address: this.#workbench, words: WORDS.workbench },
      { page: 'tour', address: tourAddress(1), words: WORDS.tour },
      // Only a server beside a run has anything to watch.
      ...(routeOf(this.hash).page === 'watch'
        ? [{ page: 'watch', address: '#watch', words: WORDS.watch } as const]
        : []),
    ];
  }

  #visit = () => {
    this.hash = location.hash;
    if (routeOf(this.hash).page === 'lab') this.#workbench = this.hash || '#';
  };
}

function page(route: Route) {
  switch (route.page) {
    case 'tour':
      return html`<lab-tour .number=${route.step}></lab-tour>`;
    case 'watch':
      return html`<lab-watch></lab-watch>`;
    case 'lab':
      return html`<lab-workbench></lab-workbench>`;
  }
}

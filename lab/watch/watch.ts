/** <lab-watch>: a window on a run or a study, fed by the events of the server that gave the page. */
import './watch.css';
import { html, nothing } from 'lit';
import type { Condition, RunState } from '../../src/watch/state.ts';
import { durationText } from '../../src/words/duration.ts';
import { LabElement } from '../element.ts';
import type { Scene } from '../engine/scene.ts';
import { inDigits } from '../numbers.ts';
import { pointOf } from '../route.ts';
import { WORDS } from '../words.ts';
import { listen, type Received } from './event-stream.ts';
import { headline } from './headline.ts';
import { chainTable, ladderTable, observableTable } from './tables.ts';
import { toView } from './to-view.ts';

const { window: SAYS } = WORDS;

/** Milliseconds after which ages are told anew. */
const TICK = 1000;

export class LabWatch extends LabElement {
  static override properties = { received: { state: true }, hasStream: { state: true }, scene: { state: true } };
  declare received: Received | undefined;
  declare hasStream: boolean;
  declare scene: Scene | undefined;
  #point = 0;
  #stop = () => {};
  #timer: ReturnType<typeof setInterval> | undefined;
  #lattice = '';

  constructor() {
    super();
    this.hasStream = true;
  }

  override connectedCallback() {
    super.connectedCallback();
    forgetToken();
    window.addEventListener('hashchange', this.#visit);
    this.#timer = setInterval(() => this.requestUpdate(), TICK);
    this.#visit();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#visit);
    clearInterval(this.#timer);
    this.#stop();
  }

  override render() {
    const { received } = this;
    return html`<section class="watched" aria-label=${WORDS.watch}><h2>${received?.state.name ?? SAYS.nothingRead}</h2>${this.#condition()}</section>
      <main class="watched ${this.hasStream ? '' : 'lost'} ${received?.state.health.condition ?? ''}">${this.#contents()}</main>`;
  }

  #condition() {
    const { received } = this;
    const lost = this.hasStream ? nothing : lostWords(received?.state.health.condition);
    if (!received) return html`${lost}<p role="status" class="tone busy">${SAYS.reading}</p>`;
    const { state, ahead } = received;
    const { lastWrite } = state.health;
    const age = lastWrite === undefined ? undefined : (Date.now() + ahead - lastWrite) / 1000;
    const { tone, words } = headline(state, age);
    return html`${lost}<p role="status" class="tone ${tone}">${words}</p>
      ${age === undefined ? nothing : html`<p class="standing">${(state.kind === 'run' ? SAYS.lastCheckpoint : SAYS.lastWritten)(durationText(age))}</p>`}
      ${this.#point > 0 ? html`<p><a href="#watch">${SAYS.allPoints}</a></p>` : nothing}`;
  }

  #contents() {
    const state = this.received?.state;
    if (state?.kind === 'study') return html`<watch-study .state=${state}></watch-study>`;
    return state?.kind === 'run' ? this.#run(state) : nothing;
  }

  #run(state: RunState) {
    const { chains, findings, learning, rate } = state;
    const view = toView(state, this.scene);
    return html`<section class="stage" aria-label=${SAYS.stage}>
        ${
          state.spins
            ? html`<lab-spins .scene=${view.scene} .spins=${view.frame?.spins}></lab-spins>
          <p class="standing">${SAYS.spinsOf(state.spins.chain, state.spins.sample)}</p>`
            : nothing
        }
        ${chainTable(chains)}
        ${rate ? html`<p class="standing">${SAYS.rate(inDigits(rate, 3))}</p>` : nothing}
        ${findings?.warnings.map((warning) => html`<p class="tone doubtful">${warning}</p>`)}
        ${findings ? observableTable(findings) : findingsToCome(state)}
        ${ladderTable(state)}
        <watch-wish .state=${state}></watch-wish>
      </section>
      <lab-observables .view=${view} .budget=${learning?.budget ?? 0}></lab-observables>`;
  }

  #visit = () => {
    this.#point = pointOf(location.hash) ?? 0;
    this.#stop();
    this.received = undefined;
    this.#stop = listen(this.#point, {
      received: (received) => {
        this.received = received;
        if (received.state.kind === 'run') void this.#draw(received.state);
      },
      connected: (isConnected) => {
        this.hasStream = isConnected;
      },
    });
  };

  /** The library is loaded where a lattice is drawn. */
  async #draw({ spec }: RunState) {
    const lattice = JSON.stringify(spec.lattice);
    if (lattice === this.#lattice) return;
    this.#lattice = lattice;
    const { sceneOf } = await import('../engine/scene.ts');
    this.scene = sceneOf(spec);
  }
}

/** Of a run with samples, whose tables take some seconds. */
const findingsToCome = ({ chains, spec: { sampling } }: RunState) =>
  chains.some(({ samples }) => samples > sampling.warmUp)
    ? html`<p class="standing">${SAYS.findingsToCome}</p>`
    : nothing;

const lostWords = (condition: Condition | undefined) =>
  condition === 'finished'
    ? html`<p role="alert" class="tone busy">${SAYS.closed}</p>`
    : html`<p role="alert" class="tone bad">${SAYS.lost}</p>`;

/** It has become a cookie, and need not be seen over a shoulder. */
function forgetToken(): void {
  if (location.search !== '') history.replaceState(undefined, '', `${location.pathname}${location.hash}`);
}

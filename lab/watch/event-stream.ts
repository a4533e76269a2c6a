/** The events of the server that has given this page, over and over again where they are interrupted. */
import type { WatchState } from '../../src/watch/state.ts';

/** A state, and how far the clock of the server is ahead of that of this page, in milliseconds. */
export interface Received {
  readonly state: WatchState;
  readonly ahead: number;
}

export interface StreamListener {
  received(received: Received): void;
  /** Whether events can come at the moment. */
  connected(isConnected: boolean): void;
}

/** Milliseconds before another attempt where the browser makes none itself. */
const RETRY = 2000;

/** `point`: of a study, its number; 0 for the whole. Returns what ends it. */
export function listen(point: number, listener: StreamListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(point === 0 ? './events' : `./events?point=${point}`);
    source.onopen = () => listener.connected(true);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const { now, state } = JSON.parse(data) as { readonly now: number; readonly state: WatchState };
      listener.received({ state, ahead: now - Date.now() });
    };
    source.onerror = () => {
      listener.connected(false);
      // After a refusal, as of a server that has no room, browsers give up.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Server-sent events: every listener gets the latest state, as soon as it can take it, and never a queue. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEADERS } from './headers.ts';

/** Milliseconds between two events at least: four a second at most. */
const INTERVAL = 250;
/** Milliseconds after which a comment shows that the stream is alive. */
const HEARTBEAT = 15_000;

export interface Stream {
  /** The state as JSON, for all who listen. */
  publish(state: string): void;
  /** Takes a listener; `left` is called when it has gone. */
  listen(request: IncomingMessage, response: ServerResponse, left: () => void): void;
  close(): void;
}

interface Listener {
  readonly response: ServerResponse;
  /** The id of the last event that it has. */
  id: string | undefined;
  /** Whether what was sent before has not been taken yet. */
  isFull: boolean;
}

export function createStream(): Stream {
  const listeners = new Set<Listener>();
  let latest: { readonly id: string; readonly state: string } | undefined;
  let timer: NodeJS.Timeout | undefined;

  const offer = (listener: Listener) => {
    if (!latest || listener.isFull || listener.id === latest.id) return;
    listener.id = latest.id;
    // Ages are told by the clock of this machine, whatever that of the reader says.
    const data = `{"now":${Date.now()},"state":${latest.state}}`;
    listener.isFull = !listener.response.write(`id: ${latest.id}\ndata: ${data}\n\n`);
  };
  const offerAll = () => {
    timer = undefined;
    for (const listener of listeners) offer(listener);
  };
  const heartbeat = setInterval(() => {
    for (const { response, isFull } of listeners) if (!isFull) response.write(':\n\n');
  }, HEARTBEAT);

  return {
    publish(state) {
      latest = { id: idOf(state), state };
      timer ??= setTimeout(offerAll, INTERVAL);
    },
    listen(request, response, left) {
      const known = request.headers['last-event-id'];
      const listener: Listener = { response, id: typeof known === 'string' ? known : undefined, isFull: false };
      listeners.add(listener);
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 2000\n\n');
      response.on('drain', () => {
        listener.isFull = false;
        timer ??= setTimeout(offerAll, INTERVAL);
      });
      response.on('close', () => {
        listeners.delete(listener);
        left();
      });
      offer(listener);
    },
    close() {
      clearInterval(heartbeat);
      clearTimeout(timer);
      offerAll();
      for (const { response } of listeners) response.end();
    },
  };
}

/** The same for the same state, whichever server has sent it. */
const idOf = (state: string): string => createHash('sha256').update(state).digest('hex').slice(0, 16);

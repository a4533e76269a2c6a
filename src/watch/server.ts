/** The server of the page: it answers GET of the page's own files, on the address that it was opened for, and nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { end } from './answers.ts';
import type { Asset } from './assets.ts';
import { HEADERS } from './headers.ts';
import { createToken } from './token.ts';

/** Milliseconds for the head of a request; a slow client is not waited for. */
const PATIENCE = 10_000;
const LARGEST_HEAD = 16 * 1024;
/** Milliseconds for what is on its way when the server is closed. */
const FAREWELL = 1000;
const MOST_CONNECTIONS = 512;

/** A path beside the files of the page. Returns false where the request is none of its own. */
export type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

export interface PageServer {
  /** The address to open, with its port. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly answer?: Answer;
  /** Whether only those may ask who have the address with its token. */
  readonly needsToken?: boolean;
}

/** Starts listening; rejects where the port is taken. */
export async function servePage({
  assets,
  host,
  port,
  answer,
  needsToken = false,
}: ServerOptions): Promise<PageServer> {
  const server = createServer({ headersTimeout: PATIENCE, requestTimeout: PATIENCE, maxHeaderSize: LARGEST_HEAD });
  server.maxConnections = MOST_CONNECTIONS;
  await listening(server, host, port);
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  const token = needsToken ? createToken((server.address() as AddressInfo).port) : undefined;
  server.on('request', (request, response) => {
    const refusal = refusalOf(request, origin);
    if (refusal) return end(response, ...refusal);
    const { isAdmitted, cookie } = token?.admits(request) ?? { isAdmitted: true };
    if (!isAdmitted) return end(response, 403, 'expected the address with its token');
    if (cookie) response.setHeader('Set-Cookie', cookie);
    const path = pathOf(request);
    if (answer?.(request, response, path)) return;
    const asset = assets.get(path);
    if (asset) give(response, asset, request.method === 'HEAD');
    else end(response, 404, 'not found');
  });
  return { url: `${origin}/${token?.query ?? ''}`, close: () => closed(server) };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A page of another site must not reach what is served here by a name of its own, nor by a request in a browser that is open here. */
function refusalOf({ method, headers }: IncomingMessage, origin: string): [number, string] | undefined {
  const { host } = new URL(origin);
  const isOurs = headers.host === host || headers.host === `localhost:${new URL(origin).port}`;
  if (!isOurs) return [403, 'expected the address that this server was opened for'];
  if (
    headers.origin !== undefined &&
    new URL(origin).host !== hostOf(headers.origin) &&
    hostOf(headers.origin) !== headers.host
  )
    return [403, 'expected a request of the page itself'];
  if (method !== 'GET' && method !== 'HEAD') return [405, 'expected GET'];
  return undefined;
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/** The path alone, as it was sent: assets are looked up by name, so nothing has to be resolved. */
const pathOf = ({ url = '/' }: IncomingMessage): string => url.split(/[?#]/, 1)[0];

function give(response: ServerResponse, { type, body, isLasting }: Asset, isHead: boolean): void {
  const age = isLasting ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': body.length, 'Cache-Control': age });
  response.end(isHead ? undefined : body);
}

/** Answers that are on their way get a moment; a client that takes none is not waited for. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), FAREWELL);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

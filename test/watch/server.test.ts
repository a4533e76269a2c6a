/** The server of the page: its own files, to whoever asks by its own address, and nothing else. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../src/watch/assets.ts';
import { portNamed } from '../../src/watch/port.ts';
import { type PageServer, servePage } from '../../src/watch/server.ts';

const asset = (text: string, isLasting: boolean): Asset => ({ type: 'text/html', body: Buffer.from(text), isLasting });
const assets = new Map([
  ['/', asset('page', false)],
  ['/assets/a-1.js', asset('script', true)],
]);

let server: PageServer;
beforeAll(async () => {
  server = await servePage({ assets, host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** The status of an answer, with its headers and its text. A path is sent as it is. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(server.url);
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject).end();
  });
}

it('gives the page and its files, with a policy that lets them compute and load nothing from elsewhere', async () => {
  const page = await ask('/?v=1');
  expect([page.status, page.text]).toEqual([200, 'page']);
  expect(page.headers['content-security-policy']).toBe(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect((await ask('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
});

describe('refuses', () => {
  it.each([
    '/../package.json',
    '/assets/../../etc/passwd',
    '/%2e%2e/package.json',
    '/assets',
    '/assets/',
    '//',
    '/index.html',
  ])('a path that is no file of the page: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('the method %s', async (method) => {
    const { status, headers } = await ask('/', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['example.org', '127.0.0.1', '127.0.0.1:1', 'localhost'])('a request for another host: %s', async (host) => {
    expect((await ask('/', { Host: host })).status).toBe(403);
  });

  it.each(['http://example.org', 'null', 'https://127.0.0.1'])('a request from another page: %s', async (origin) => {
    expect((await ask('/', { Origin: origin })).status).toBe(403);
  });
});

it('serves localhost too, and the page itself', async () => {
  const { port, origin } = new URL(server.url);
  expect((await ask('/', { Host: `localhost:${port}` })).status).toBe(200);
  expect((await ask('/', { Origin: origin })).status).toBe(200);
});

it('outlives 200 connections that say nothing and some that say nonsense', async () => {
  const { hostname, port } = new URL(server.url);
  const sockets = Array.from({ length: 200 }, () => connect(Number(port), hostname).on('error', () => {}));
  for (const socket of sockets.slice(0, 50)) socket.write('\x00\xff nonsense\r\n\r\n');
  expect((await ask('/')).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

describe('a port', () => {
  it.each([
    ['8080', 8080],
    [undefined, 0],
  ])('%s', (text, port) => {
    expect(portNamed(text)).toBe(port);
  });
  it.each(['0', '65536', 'http', '80.5', '-1', ''])('none: %j', (text) => {
    expect(() => portNamed(text)).toThrow(`--port: expected a number from 1 to 65535, found "${text}"`);
  });
});

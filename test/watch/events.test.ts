/** The events of a window: the latest state for everybody, whatever a client does; nothing without the token; nothing beside. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStream, type Stream } from '../../src/watch/events.ts';
import { type PageServer, servePage } from '../../src/watch/server.ts';
import { watched } from '../../src/watch/watched.ts';

const assets = new Map([['/', { type: 'text/html', body: Buffer.from('page'), isLasting: false }]]);
const LOOPBACK = '127.0.0.1';

interface Heard {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  /** What has come so far. */
  text(): string;
  stop(): void;
}

/** The head of an answer; what follows is heard until it is stopped. */
function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<Heard> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('error', () => {});
      const { statusCode: status = 0 } = response;
      resolve({ status, headers: response.headers, text: () => text, stop: () => asked.destroy() });
    });
    asked.on('error', reject).end();
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

const idsIn = (text: string): string[] => [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id);

describe('a stream', () => {
  let stream: Stream;
  let server: PageServer;
  let left = 0;
  beforeAll(async () => {
    stream = createStream();
    const answer = (...[asked, response]: Parameters<NonNullable<Parameters<typeof servePage>[0]['answer']>>) => {
      stream.listen(asked, response, () => {
        left++;
      });
      return true;
    };
    server = await servePage({ assets, host: LOOPBACK, port: 0, answer });
  });
  afterAll(async () => {
    stream.close();
    await server.close();
  });

  it('gives the latest of many states, and to one who comes back only what is new', async () => {
    stream.publish('{"n":0}');
    const heard = await ask(server.url, '/events');
    expect(heard.headers['content-type']).toBe('text/event-stream');
    await until(() => heard.text().includes('{"n":0}'));
    for (let n = 1; n <= 1000; n++) stream.publish(`{"n":${n}}`);
    await until(() => heard.text().includes('{"n":1000}'));
    expect(idsIn(heard.text()).length).toBeLessThanOrEqual(3);
    const id = idsIn(heard.text()).at(-1) as string;
    heard.stop();
    const back = await ask(server.url, '/events', { 'Last-Event-ID': id });
    stream.publish('{"n":1001}');
    await until(() => back.text().includes('{"n":1001}'));
    expect(back.text()).not.toContain('{"n":1000}');
    back.stop();
  });

  it('keeps one state at most for a client that reads nothing', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), LOOPBACK).pause();
    socket.write(`GET /events HTTP/1.1\r\nHost: ${LOOPBACK}:${port}\r\n\r\n`);
    const reader = await ask(server.url, '/events');
    const large = 'x'.repeat(2 ** 22);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    for (let n = 0; n < 12; n++) {
      stream.publish(`{"k":${n},"large":"${large}"}`);
      await until(() => reader.text().includes(`{"k":${n},`));
    }
    // Twelve states have 48 MB.
    expect(process.memoryUsage().arrayBuffers + process.memoryUsage().external - before).toBeLessThan(2 ** 25);
    reader.stop();
    const gone = left;
    socket.destroy();
    await until(() => left > gone);
  });
});

describe('a window', () => {
  let server: PageServer;
  const { answer, close } = watched({ directory: tmpdir() });
  beforeAll(async () => {
    server = await servePage({ assets, host: LOOPBACK, port: 0, answer });
  });
  afterAll(async () => {
    await close();
    await server.close();
  });

  it('has room for 64 streams, and again when one of 200 has gone', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => ask(server.url, '/events')));
    const open = all.filter(({ status }) => status === 200);
    expect(open.length).toBe(64);
    const refused = all.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status, headers }) => `${status} ${headers['retry-after']}`))).toEqual(
      new Set(['503 10']),
    );
    expect((await ask(server.url, '/')).status).toBe(200);
    for (const { stop } of open) stop();
    for (;;) {
      const again = await ask(server.url, '/events');
      again.stop();
      if (again.status === 200) break;
    }
  });

  it.each([
    '/events/',
    '/events?point=0',
    '/events?point=1',
    '/events?point=../..',
    '/events?point=%2e%2e',
    '/events?point=1e3',
    '/events?point=1&point=2',
    '/events?directory=/etc',
    '/EVENTS',
    '/./events',
    '/events%00',
    '/..%2f..%2fetc/passwd',
    '/%252e%252e/etc/passwd',
    '/..\\..\\etc\\passwd',
    '/..;/etc/passwd',
    `/${'a'.repeat(8000)}`,
  ])('knows no %s', async (path) => {
    expect((await ask(server.url, path)).status).toBe(404);
  });

  it.each([
    'GET / HTTP/1.1\r\n\r\n',
    'GET http://example.org/events HTTP/1.1\r\nHost: example.org\r\n\r\n',
    'GET /events HTTP/9.9\r\n\r\n',
    'GET /events\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: ${'a'.repeat(40_000)}\r\n\r\n`,
    'GET /\r\n /events HTTP/1.1\r\n\r\n',
    'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n',
    'POST /events HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  ])('outlives %j', async (head) => {
    const { port } = new URL(server.url);
    const socket: Socket = connect(Number(port), LOOPBACK);
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.end(head, 'latin1');
    await closed;
    expect(text).not.toMatch(/^HTTP\/1.1 200/);
    expect((await ask(server.url, '/')).status).toBe(200);
  });
});

describe('a window with a token', () => {
  let server: PageServer;
  beforeAll(async () => {
    server = await servePage({ assets, host: LOOPBACK, port: 0, needsToken: true });
  });
  afterAll(() => server.close());

  it('is opened by its address alone, then by the cookie', async () => {
    const { search } = new URL(server.url);
    expect(search).toMatch(/^\?token=[0-9a-f]{32}$/);
    for (const path of ['/', '/?token=', `/${search.slice(0, -1)}`, `/?token=${'0'.repeat(32)}`])
      expect((await ask(server.url, path)).status).toBe(403);
    const page = await ask(server.url, `/${search}`);
    expect(page.status).toBe(200);
    const [cookie] = page.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await ask(server.url, '/', { Cookie: `other=1; ${cookie.split(';')[0]}` })).status).toBe(200);
    expect((await ask(server.url, '/', { Cookie: `${cookie.split('=')[0]}=0` })).status).toBe(403);
  });
});

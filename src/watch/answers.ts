/** Short answers in words. */
import type { ServerResponse } from 'node:http';
import { HEADERS } from './headers.ts';

export function end(
  response: ServerResponse,
  status: number,
  words: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...HEADERS, ...allow, ...more, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${words}\n`);
}

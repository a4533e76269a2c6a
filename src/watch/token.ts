/** What opens a window that other machines can reach: a token in its address, then a cookie. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** 128 random bits. */
const BYTES = 16;

export interface Token {
  /** The query of the address to open. */
  readonly query: string;
  /** Whether a request may have an answer, and the cookie that it gets where it has come by the address. */
  admits(request: IncomingMessage): { readonly isAdmitted: boolean; readonly cookie?: string };
}

/** `port`: part of the name of the cookie, since browsers keep one set of them for all ports of a machine. */
export function createToken(port: number): Token {
  const token = randomBytes(BYTES).toString('hex');
  const name = `spinformer-${port}`;
  return {
    query: `?token=${token}`,
    admits({ url = '', headers }) {
      const given = /[?&]token=([0-9a-f]+)/.exec(url)?.[1];
      if (isSame(given, token))
        return { isAdmitted: true, cookie: `${name}=${token}; HttpOnly; SameSite=Strict; Path=/` };
      return { isAdmitted: isSame(cookieIn(headers.cookie, name), token) };
    },
  };
}

const cookieIn = (all = '', name: string): string | undefined =>
  all
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** In a time that does not depend on where they differ. */
function isSame(given: string | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

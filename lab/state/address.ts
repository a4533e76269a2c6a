/** The address of a page: its version, and every key of the spec that was given. A link restores all of it. */
import type { Fields } from './fields.ts';

/** Changes when the meaning of addresses does. */
const VERSION = '1';
const KEY = /^[a-z]+\.[a-z_]+$/;
/** How much of the page is shown: all of it, no controls, or the spins and the sentence about them alone. */
export type Embedding = 'full' | 'minimal' | 'none';

export interface Address {
  readonly fields: Fields;
  readonly embed: Embedding;
}

/** `hash`: with or without its #. Undefined where it says nothing of a spec, or where its version is another. */
export function readAddress(hash: string): Address | undefined {
  const query = new URLSearchParams(hash.replace(/^#\/?/, ''));
  if (query.get('v') !== VERSION) return undefined;
  const fields = Object.fromEntries([...query].filter(([key]) => KEY.test(key)));
  return { fields, embed: embeddingNamed(query.get('embed')) };
}

/** Values stay readable: of what they are made of only spaces, #, %, & and + need another spelling. */
export function writeAddress({ fields, embed }: Address): string {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}=${escaped(value)}`);
  return `#${[`v=${VERSION}`, ...(embed === 'full' ? [] : [`embed=${embed}`]), ...pairs].join('&')}`;
}

const escaped = (text: string): string => text.replace(/[\s#%&+]/g, encodeURIComponent);

const embeddingNamed = (name: string | null): Embedding => (name === 'minimal' || name === 'none' ? name : 'full');

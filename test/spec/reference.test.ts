import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { specReference } from '../../scripts/spec-reference.ts';

it('docs/spec.md is what the declarations say: run `node scripts/spec-reference.ts`', () => {
  const file = new URL('../../docs/spec.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(specReference());
});

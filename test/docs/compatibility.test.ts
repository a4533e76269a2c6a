import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compatibilityPage } from '../../scripts/compatibility.ts';

it('docs/compatibility.md is what the program answers: run `node scripts/compatibility.ts`', () => {
  const file = new URL('../../docs/compatibility.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(compatibilityPage());
});

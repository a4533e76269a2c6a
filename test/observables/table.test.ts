import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { observablesTable } from '../../scripts/observables-table.ts';

it('docs/observables.md is what the declarations say: run `node scripts/observables-table.ts`', () => {
  const file = new URL('../../docs/observables.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(observablesTable());
});

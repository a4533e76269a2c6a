/** What the pages "Add a …" say their scripts print is what these print. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outputOf } from '../examples/output.ts';

it.each(['lattice', 'model', 'observable', 'sampler'])('docs/extend/%s.md', (name) => {
  const page = readFileSync(new URL(`../../docs/extend/${name}.md`, import.meta.url), 'utf8');
  const [, shown = ''] = /^It prints\n\n```text\n(.*?)^```$/ms.exec(page) ?? [];
  // Rounding errors are of this machine.
  const withoutRounding = (text: string) => text.replaceAll(/\d(\.\d+)?e-\d+/g, '…').trim();
  expect(withoutRounding(outputOf(`extend-${name}.ts`))).toBe(withoutRounding(shown));
});

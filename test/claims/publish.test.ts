/** A reproduction as files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { publish } from '../../claims/publish.ts';
import type { Reproduction, Target } from '../../claims/target.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const REPRODUCTION: Reproduction = {
  figures: [
    {
      name: 'order',
      spec: {
        x: { label: 'T' },
        y: { label: '|m|' },
        series: [{ name: 'a', points: [{ x: 1, y: 2 }] }],
        caption: 'none',
      },
    },
  ],
  tables: [
    {
      title: 'Averages',
      rows: [
        ['T', '|m|'],
        ['0.1', '0.2627(3)'],
      ],
    },
  ],
  findings: [{ claim: '|m| falls.', found: 'It does.', verdict: 'holds' }],
};

const TARGET: Target = {
  name: 'order',
  title: 'Order',
  talk: 'Nothing.',
  method: 'By hand.',
  reproduce: async () => REPRODUCTION,
};

it('writes figures, numbers, and a page whose tables have as many cells as they should', () => {
  const text = publish(FOLDER, TARGET, REPRODUCTION, { setting: 'quick', program: 'spinformer 0.1.0' });
  expect(text).toContain('HOLDS: |m| falls.');
  expect(readdirSync(FOLDER).toSorted()).toEqual([
    ...['order-order.png', 'order-order.svg', 'order.json', 'order.md', 'order.txt'],
  ]);
  expect(JSON.parse(readFileSync(join(FOLDER, 'order.json'), 'utf8'))).toMatchObject({ program: 'spinformer 0.1.0' });
  const page = readFileSync(join(FOLDER, 'order.md'), 'utf8');
  expect(page).toContain('spinformer reproduce order --quick');
  for (const line of ['| \\|m\\| falls. | It does. | **holds** |', '| T | \\|m\\| |', '| 0.1 | 0.2627(3) |'])
    expect(page.split('\n')).toContain(line);
});

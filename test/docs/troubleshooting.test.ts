import { expect, it } from 'vitest';
import { quotedLines, shareInSource } from './messages.ts';

const lines = quotedLines('docs/troubleshooting.md');

it('quotes messages', () => {
  expect(lines.length).toBeGreaterThan(20);
});

it.each(lines)('the program prints: %s', (line) => {
  expect(shareInSource(line)).toBeGreaterThan(0.75);
});

it('tells a message that the program does not print', () => {
  expect(shareInSource('the disk has no room left for the samples of chain 3')).toBeLessThan(0.5);
});

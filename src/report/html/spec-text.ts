/** What a page says of the spec that its run or study was made from. */
import { existsSync, readFileSync } from 'node:fs';
import { resolvedFile, specFile } from '../../store/paths.ts';

/** The spec as it was written, and what was run: with every default, and with what --set said. Empty where neither is there. */
export function specText(directory: string): string {
  const [written, resolved] = [specFile(directory), resolvedFile(directory)].map((file) =>
    existsSync(file) ? readFileSync(file, 'utf8').trim() : '',
  );
  return [
    written,
    ...(resolved === '' ? [] : ['# What was run, with every default and with what --set said:', resolved]),
  ].join('\n\n');
}

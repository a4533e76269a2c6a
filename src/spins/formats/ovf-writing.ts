/** Files in OVF 2.0 with a segment for each of several configurations. */
import type { Lattice } from '../../lattice/lattice.ts';
import { numberText } from './number-text.ts';
import { binaryData } from './ovf-binary.ts';
import { ovfHeader } from './ovf-header.ts';

/** A configuration and what it is, for readers. */
export interface TitledSpins {
  readonly title: string;
  readonly spins: Float64Array;
}

/** As text, in pieces of some lines. Digits are those that give every double back. */
export function* ovfPieces(lattice: Lattice, count: number, configurations: Iterable<TitledSpins>): Generator<string> {
  yield beginning(count);
  for (const { title, spins } of configurations) {
    const rows = Array.from({ length: spins.length / 3 }, (_, i) =>
      Array.from(spins.subarray(3 * i, 3 * i + 3), numberText).join(' '),
    );
    const data = `# Begin: Data Text\n${rows.join('\n')}\n# End: Data Text\n`;
    yield `# Begin: Segment\n${ovfHeader(lattice, title)}${data}# End: Segment\n`;
  }
}

/** With numbers of 8 bytes. */
export function* binaryOvfPieces(
  lattice: Lattice,
  count: number,
  configurations: Iterable<TitledSpins>,
): Generator<string | Uint8Array> {
  yield beginning(count);
  for (const { title, spins } of configurations) {
    yield `# Begin: Segment\n${ovfHeader(lattice, title)}# Begin: Data Binary 8\n`;
    yield binaryData(spins);
    yield '\n# End: Data Binary 8\n# End: Segment\n';
  }
}

const beginning = (count: number): string => `# OOMMF OVF 2.0\n#\n# Segment count: ${count}\n#\n`;

/** The configurations of a run after its warm-up, as formats without room for more than spins have them. */
import { specOf } from '../../run/conductor/stored-spec.ts';
import { latticeOf } from '../../spec/lattice-of.ts';
import { npyHeader } from '../../spins/formats/npy.ts';
import { binaryOvfPieces, ovfPieces } from '../../spins/formats/ovf-writing.ts';
import { toBytes } from '../../store/doubles.ts';
import { type Run, readConfigurations } from '../../store/store.ts';
import type { ExportSource } from './source.ts';

interface Equilibrium {
  readonly chain: number;
  readonly sample: number;
  readonly spins: Float64Array;
}

/** Those of all chains, one chain after the other; of a tempered run at its lowest temperature, where the run is not seen at another one. All are read before the first is written, since a run may grow meanwhile. */
function equilibriumConfigurations(run: Run): Equilibrium[] {
  const { chains, warmUp } = specOf(run).sampling;
  return Array.from({ length: chains }, (_, index) => index + 1).flatMap((chain) =>
    [...readConfigurations(run, chain)]
      .filter(({ sample }) => sample >= warmUp)
      .map(({ sample, spins }) => ({ chain, sample, spins })),
  );
}

/** How many there are. */
export const equilibriumCount = (run: Run): number => equilibriumConfigurations(run).length;

const latticeOfRun = (run: Run) => latticeOf(specOf(run));

/** An array (configurations, sites, 3) of float64 for NumPy, in pieces. */
export function* npyPieces({ run }: ExportSource): Generator<Uint8Array> {
  const configurations = equilibriumConfigurations(run);
  yield npyHeader([configurations.length, latticeOfRun(run).siteCount, 3]);
  for (const { spins } of configurations) yield toBytes(spins);
}

/** OVF 2.0 as text or binary, a segment for each configuration, whose title has its chain and sample. */
export function ovfFilePieces({ run }: ExportSource, isBinary: boolean): Iterable<string | Uint8Array> {
  const configurations = equilibriumConfigurations(run);
  const titled = configurations.map(({ chain, sample, spins }) => ({
    title: `chain ${chain}, sample ${sample}`,
    spins,
  }));
  return (isBinary ? binaryOvfPieces : ovfPieces)(latticeOfRun(run), titled.length, titled);
}

/** The configurations in a segment of a chain, without the run that it belongs to. */
import { InputError } from '../../errors.ts';
import { checkedConfiguration, type SpinsOptions } from '../../spins/formats/configurations.ts';
import { configurationsOfFile } from '../kept.ts';

/** Reads all that a segment keeps, of a tempered chain at its lowest temperature, in the order of samples. Throws as readSegment, and InputError where there are none or of another lattice. */
export function parseSegmentSpins(file: string, options: SpinsOptions): Float64Array[] {
  const configurations = configurationsOfFile(file).map(({ sample, spins }) =>
    checkedConfiguration({ values: spins, where: `${file}: sample ${sample}` }, options),
  );
  if (configurations.length > 0) return configurations;
  throw new InputError(`${file}: expected configurations, found a segment of a chain that has not kept any so far`);
}

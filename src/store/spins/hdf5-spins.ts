/** The configurations of an export in HDF5, by the library of the HDF Group in WebAssembly. */
import type { Group } from 'h5wasm/node';
import { InputError } from '../../errors.ts';
import { checkedConfiguration, type SpinsOptions } from '../../spins/formats/configurations.ts';

// Loaded as a statement, as other optional packages are: a bundle would have an import loaded with the program.
const { File, ready } = await import('h5wasm/node');
const { FS } = await ready;

/** Where the library's own memory has the file. */
const PATH = 'spins.h5';

/** Reads /chain-001/configurations, /chain-002/configurations and so on, of a tempered run those of its lowest temperature. Throws InputError where there are none. */
export function parseHdf5Spins(bytes: Uint8Array, file: string, options: SpinsOptions): Float64Array[] {
  FS.writeFile(PATH, bytes);
  const root = new File(PATH, 'r');
  try {
    const found = chainsIn(root).flatMap((name) =>
      configurationsAt(root.get(`${name}/configurations`), `${file}: ${name}`, options),
    );
    if (found.length > 0) return found;
    throw new InputError(
      `${file}: expected /chain-001/configurations with spins, found ${root.keys().join(', ') || 'nothing'}`,
    );
  } finally {
    root.close();
    FS.unlink(PATH);
  }
}

/** The groups of chains; of a tempered run those of its lowest temperature, in a group such as /T=0.05. */
function chainsIn(root: Group): string[] {
  const [lowest] = root
    .keys()
    .filter((name) => name.startsWith('T='))
    .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  if (lowest) return chainsIn(root.get(lowest) as Group).map((name) => `${lowest}/${name}`);
  return root.keys().filter((name) => /^chain-\d+$/.test(name));
}

/** `dataset`: (configurations, sites, 3). */
function configurationsAt(dataset: unknown, where: string, options: SpinsOptions): Float64Array[] {
  const { shape, value } = dataset as { readonly shape?: number[]; readonly value?: Float64Array };
  if (!(value instanceof Float64Array) || shape?.length !== 3 || shape[2] !== 3) return [];
  const length = 3 * shape[1];
  return Array.from({ length: shape[0] }, (_, index) =>
    checkedConfiguration(
      { values: value.subarray(index * length, (index + 1) * length), where: `${where}, configuration ${index}` },
      options,
    ),
  );
}

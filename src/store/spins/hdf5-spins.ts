/** The configurations of an export in HDF5, by the library of the HDF Group in WebAssembly. */
import { InputError } from '../../errors.ts';
import { checkedConfiguration, type SpinsOptions } from '../../spins/formats/configurations.ts';

// Loaded as a statement, as other optional packages are: a bundle would have an import loaded with the program.
const { File, ready } = await import('h5wasm/node');

/** Where the library's own memory has the file. */
const PATH = 'spins.h5';

/** Reads /chain-001/configurations, /chain-002/configurations and so on. Throws InputError where there are none. */
export async function parseHdf5Spins(bytes: Uint8Array, file: string, options: SpinsOptions): Promise<Float64Array[]> {
  const { FS } = await ready;
  FS.writeFile(PATH, bytes);
  const root = new File(PATH, 'r');
  try {
    const names = root.keys().filter((name) => /^chain-\d+$/.test(name));
    const found = names.flatMap((name) =>
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

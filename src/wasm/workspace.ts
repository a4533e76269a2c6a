/** Memory of one kernel instance, laid out once: pointers never move, so views stay valid forever. */
import { InputError } from '../errors.ts';
import { type KernelExports, kernelModule } from './kernels.ts';

/** A block is either a length (Float64Array, zeroed) or a typed array whose contents are copied in. */
type Block = number | Int32Array | Float64Array;

export type Views<B extends Record<string, Block>> = {
  readonly [K in keyof B]: B[K] extends Int32Array ? Int32Array : Float64Array;
};

interface Workspace<B extends Record<string, Block>> {
  readonly kernels: KernelExports;
  /** Typed arrays inside the instance's memory; `byteOffset` is the pointer to hand to a kernel. */
  readonly views: Views<B>;
}

const PAGE = 65536;
/** Blocks start on cache lines. */
const ALIGNMENT = 64;

const align = (address: number): number => Math.ceil(address / ALIGNMENT) * ALIGNMENT;
const byteLength = (block: Block): number => (typeof block === 'number' ? 8 * block : block.byteLength);

/** A fresh kernel instance with room for `blocks`. */
export function createWorkspace<B extends Record<string, Block>>(blocks: B): Workspace<B> {
  const instance = new WebAssembly.Instance(kernelModule(), {});
  const kernels = instance.exports as unknown as KernelExports;
  const memory = instance.exports.memory as WebAssembly.Memory;
  const start = align(kernels.heapBase());
  const end = Object.values(blocks).reduce<number>((address, block) => align(address + byteLength(block)), start);
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) grow(memory, Math.ceil(missing / PAGE), end);
  return { kernels, views: placeBlocks(blocks, memory.buffer, start) };
}

/** An address has 32 bits. */
const MOST_BYTES = 4294967296;

function grow(memory: WebAssembly.Memory, pages: number, bytes: number): void {
  try {
    memory.grow(pages);
  } catch (error) {
    const most = bytes > MOST_BYTES ? 'kernels have 4 at most' : 'there are not as many here';
    throw new InputError(
      `lattice.size: expected a lattice that fits into memory, found one that needs ${(bytes / 1073741824).toPrecision(2)} GiB in one piece, and ${most}; choose a smaller or a narrower one`,
      { cause: error },
    );
  }
}

function placeBlocks<B extends Record<string, Block>>(blocks: B, buffer: ArrayBuffer, start: number): Views<B> {
  const views: Record<string, Float64Array | Int32Array> = {};
  let address = start;
  for (const [name, block] of Object.entries(blocks)) {
    views[name] = place(block, buffer, address);
    address = align(address + byteLength(block));
  }
  return views as Views<B>;
}

function place(block: Block, buffer: ArrayBuffer, address: number): Float64Array | Int32Array {
  if (typeof block === 'number') return new Float64Array(buffer, address, block);
  const type = block instanceof Int32Array ? Int32Array : Float64Array;
  const view = new type(buffer, address, block.length);
  view.set(block);
  return view;
}

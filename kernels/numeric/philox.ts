/** The random numbers of src/numeric/philox.ts, drawn within kernels: Philox4x32-10. */

/** A stream in memory, as the TypeScript side writes it before a call and reads it after. */
@unmanaged
export class Stream {
  /** Draws made so far, an integer. */
  position: f64;
  /** Seed, then stream number: 64 bits each, low word first. */
  key0: u32;
  key1: u32;
  stream0: u32;
  stream1: u32;
  /** The current block: two draws of an upper and a lower word. */
  word0: u32;
  word1: u32;
  word2: u32;
  word3: u32;
  block: u64;
  isSecond: u32;
}

/** Computes the block at the position. */
export function openStream(stream: Stream): void {
  const position = <u64>stream.position;
  stream.block = position >> 1;
  stream.isSecond = <u32>(position & 1);
  if (stream.isSecond) drawBlock(stream);
}

/** Writes the position back. */
export function closeStream(stream: Stream): void {
  stream.position = <f64>((stream.block << 1) | stream.isSecond);
}

/** Uniform in (0, 1). */
export function nextUniform(stream: Stream): f64 {
  if (stream.isSecond) {
    stream.isSecond = 0;
    stream.block++;
    return uniform(stream.word2, stream.word3);
  }
  drawBlock(stream);
  stream.isSecond = 1;
  return uniform(stream.word0, stream.word1);
}

// @ts-ignore: decorator
@inline
function uniform(upper: u32, lower: u32): f64 {
  return (<f64>upper * 1048576.0 + <f64>(lower >>> 12) + 0.5) * 2.220446049250313e-16;
}

function drawBlock(stream: Stream): void {
  let c0 = <u32>stream.block;
  let c1 = <u32>(stream.block >> 32);
  let c2 = stream.stream0;
  let c3 = stream.stream1;
  let k0 = stream.key0;
  let k1 = stream.key1;
  for (let round = 0; round < 10; round++) {
    const product0 = <u64>c0 * 0xd2511f53;
    const product1 = <u64>c2 * 0xcd9e8d57;
    c0 = <u32>(product1 >> 32) ^ c1 ^ k0;
    c1 = <u32>product1;
    c2 = <u32>(product0 >> 32) ^ c3 ^ k1;
    c3 = <u32>product0;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  stream.word0 = c0;
  stream.word1 = c1;
  stream.word2 = c2;
  stream.word3 = c3;
}

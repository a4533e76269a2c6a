/** Whether two configurations are the same to the last bit. */
export function sameSpins(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Everything the module exports. */
export * from './complex';
export * from './quaternion';

/** Where free memory begins. */
export function heapBase(): usize {
  return __heap_base;
}

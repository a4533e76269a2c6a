/** Everything the module exports. */
export * from './attention';
export * from './complex';
export * from './flow';
export * from './heat-bath';
export * from './nodal';
export * from './quaternion';
export * from './spectrum';

/** The address at which free memory begins. */
export function heapBase(): usize {
  return __heap_base;
}

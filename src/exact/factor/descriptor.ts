/** Hands a pattern to the kernels: its tables as memory blocks, and the record of counts and addresses of kernels/pattern.ts. */
import type { Views } from '../../wasm/workspace.ts';
import type { FactorPattern } from '../pattern/pattern.ts';

const COUNTS = 6;
/** Tables in the order of the fields of the kernels' `Pattern`. */
const TABLES = [
  'pivotSite',
  'base',
  'rowStart',
  'row',
  'updateStart',
  'update',
  'eliminatedSite',
  'targetStart',
  'target',
  'targetReal',
  'targetImaginary',
  'direct',
  'directReal',
  'directImaginary',
] as const;

type PatternBlocks = Pick<FactorPattern, (typeof TABLES)[number]> & { descriptor: Int32Array };

/** Blocks to include in a workspace; fill `descriptor` afterwards with `writeDescriptor`. */
export function patternBlocks(pattern: FactorPattern): PatternBlocks {
  const { pivotSite, base, rowStart, row, updateStart, update, eliminatedSite, targetStart, target } = pattern;
  const { targetReal, targetImaginary, direct, directReal, directImaginary } = pattern;
  return {
    descriptor: new Int32Array(COUNTS + TABLES.length),
    pivotSite,
    base,
    rowStart,
    row,
    updateStart,
    update,
    eliminatedSite,
    targetStart,
    target,
    targetReal,
    targetImaginary,
    direct,
    directReal,
    directImaginary,
  };
}

export function writeDescriptor(pattern: FactorPattern, views: Views<PatternBlocks>): void {
  const counts = [
    pattern.siteCount,
    pattern.pivotSite.length,
    pattern.pivotSite.length - pattern.patchSize,
    pattern.eliminatedSite.length,
    pattern.directReal.length,
    pattern.slotCount,
  ];
  views.descriptor.set([...counts, ...TABLES.map((table) => views[table].byteOffset)]);
}

/** One spin of one layer, there and back, and reverse mode: src/flow/twin/moves.ts, spin-move.ts and spin-pull.ts. */
import { valueAt } from '../pattern';
import { attentionField, attentionFieldBack } from './attention';
import { addScaled, copy, dot, Flow, rowOf, vectorAt } from './flow';
import { differentiate, mappedAbove, mappedBelow, mappedLogSlope, moveCosine, setValues, setValuesBack, solveCosine } from './map';
import {
  affineOf, BASE, BASE_CUT, byOf, FIELD, IMAGE, IMAGE_CUT, INVARIANTS, LENGTH, LOG_SLOPE_BY_COSINE, logSlopeByOf, recordOf,
  SLOPE,
} from './record';
import { componentField, componentFieldBack, shellField, shellFieldBack } from './without-attention';

const SHORTEST: f64 = 1e-8;
const POLE: f64 = 1e-20;
/** ∂E/∂h. */
const FIELD_ADJOINT = memory.data(24);

/** Sets h, the invariants and the parameters of the map. */
function look(flow: Flow, layer: i32, k: i32, site: i32, record: usize, scale: f64): void {
  const h = record + FIELD;
  if (flow.kind == 0) attentionField(flow, layer, site, h, scale);
  else if (flow.kind == 1) shellField(flow, layer, k, site, h);
  else componentField(flow, layer, site, h);
  const row = rowOf(flow, flow.sums, site);
  for (let s = 0; s < flow.shellCount; s++) {
    const count = valueAt(flow.counts, k * flow.shellCount + s);
    const sum = vectorAt(row, s);
    store<f64>(record + INVARIANTS + ((<usize>s) << 3), dot(sum, sum) / (count * count));
  }
  const length = Math.sqrt(dot(h, h));
  setValues(flow, layer, record, length);
  const isShort = length < SHORTEST && Math.abs(valueAt(flow.values, flow.splineCount)) < SHORTEST;
  store<f64>(record + LENGTH, isShort ? 0 : length);
}

// @ts-ignore: decorator
@inline
function gainOf(flow: Flow, record: usize): f64 {
  return valueAt(affineOf(flow, record), flow.splineCount);
}

/** From z to S, or back; returns the logarithm of the slope. */
export function moveSite(
  flow: Flow, layer: i32, k: i32, site: i32, scale: f64, isForward: bool, withDerivatives: bool,
): f64 {
  const record = recordOf(flow, k);
  const spin = vectorAt(flow.spins, site);
  const from = record + (isForward ? BASE : IMAGE), to = record + (isForward ? IMAGE : BASE);
  copy(from, spin);
  look(flow, layer, k, site, record, scale);
  let log: f64;
  if (load<f64>(record + LENGTH) == 0) {
    const gain = gainOf(flow, record);
    log = moveShortly(from, record + FIELD, isForward ? gain : -gain, to);
  } else {
    const cut = record + (isForward ? BASE_CUT : IMAGE_CUT);
    setCut(record, from, cut);
    if (isForward) moveCosine(flow, load<f64>(cut), load<f64>(cut, 8));
    else solveCosine(flow, load<f64>(cut), load<f64>(cut, 8));
    moveSpin(record, from, cut, record + (isForward ? IMAGE_CUT : BASE_CUT), to);
    log = isForward ? mappedLogSlope : -mappedLogSlope;
    if (withDerivatives) differentiate(flow, record);
  }
  copy(spin, to);
  return log;
}

function setCut(record: usize, spin: usize, cut: usize): void {
  const length = load<f64>(record + LENGTH);
  let below: f64 = 0, above: f64 = 0;
  for (let c: usize = 0; c < 24; c += 8) {
    const axis = load<f64>(record + FIELD + c) / length;
    const component = load<f64>(spin + c);
    below += (component + axis) * (component + axis);
    above += (component - axis) * (component - axis);
  }
  store<f64>(cut, below / (below + above));
  store<f64>(cut, above / (below + above), 8);
}

/** The spin at the cosine that was found last, which it also stores. */
function moveSpin(record: usize, spin: usize, from: usize, to: usize, out: usize): void {
  store<f64>(to, mappedBelow);
  store<f64>(to, mappedAbove, 8);
  const below = load<f64>(from), above = load<f64>(from, 8);
  const area = below * above;
  const image = mappedBelow * mappedAbove;
  const stretch = area > 0 && image > 0 ? Math.sqrt(image / area) : 0;
  const along = (mappedBelow - mappedAbove - stretch * (below - above)) / load<f64>(record + LENGTH);
  for (let c: usize = 0; c < 24; c += 8) {
    store<f64>(out + c, stretch * load<f64>(spin + c) + along * load<f64>(record + FIELD + c));
  }
  normalise(out);
}

function normalise(vector: usize): void {
  const inverse = 1 / Math.sqrt(dot(vector, vector));
  for (let c: usize = 0; c < 24; c += 8) store<f64>(vector + c, load<f64>(vector + c) * inverse);
}

function moveShortly(spin: usize, field: usize, factor: f64, out: usize): f64 {
  const along = dot(spin, field);
  for (let c: usize = 0; c < 24; c += 8) {
    const component = load<f64>(spin + c);
    store<f64>(out + c, component + 0.5 * factor * (load<f64>(field + c) - along * component));
  }
  normalise(out);
  return -factor * along;
}

/** The way back of a move in either direction. */
export function moveBack(
  flow: Flow, layer: i32, k: i32, site: i32, scale: f64, ofForward: bool, byLog: f64, toParameters: bool,
): void {
  const record = recordOf(flow, k);
  const spin = record + (ofForward ? BASE : IMAGE);
  const adjoint = vectorAt(flow.adjoint, site);
  copy(vectorAt(flow.spins, site), spin);
  if (load<f64>(record + LENGTH) == 0) {
    const gain = gainOf(flow, record);
    pullBackShortly(spin, ofForward ? gain : -gain, adjoint, byLog);
  } else {
    pullThrough(flow, layer, record, spin, adjoint, ofForward, byLog, toParameters);
    invariantsBack(flow, k, site);
  }
  if (flow.kind == 0) attentionFieldBack(flow, layer, site, FIELD_ADJOINT, scale, toParameters);
  else if (flow.kind == 1) shellFieldBack(flow, layer, k, site, FIELD_ADJOINT, toParameters);
  else componentFieldBack(flow, layer, site, FIELD_ADJOINT, toParameters);
}

function pullThrough(
  flow: Flow, layer: i32, record: usize, spin: usize, adjoint: usize, ofForward: bool, byLog: f64, toParameters: bool,
): void {
  const from = record + (ofForward ? BASE_CUT : IMAGE_CUT), to = record + (ofForward ? IMAGE_CUT : BASE_CUT);
  const field = record + FIELD;
  const length = load<f64>(record + LENGTH);
  const inverseSlope = 1 / load<f64>(record + SLOPE);
  const bent = load<f64>(record + LOG_SLOPE_BY_COSINE) * inverseSlope;
  const slope = ofForward ? load<f64>(record + SLOPE) : inverseSlope;
  const logSlopeByCosine = ofForward ? load<f64>(record + LOG_SLOPE_BY_COSINE) : -bent;
  const cosine = load<f64>(from) - load<f64>(from, 8);
  const image = load<f64>(to) - load<f64>(to, 8);
  const area = 4 * load<f64>(from) * load<f64>(from, 8);
  const imageArea = 4 * load<f64>(to) * load<f64>(to, 8);
  const isPole = area < POLE || imageArea < POLE;
  const stretch = Math.sqrt(isPole ? slope : imageArea / area);
  const onAxis = dot(adjoint, field) / length;
  const across = isPole ? 0 : stretch * (dot(adjoint, spin) - cosine * onAxis);
  const bend = isPole ? 0 : (cosine - (image * slope) / (stretch * stretch)) / area;
  const byImage = onAxis - (isPole ? 0 : (across * image) / imageArea);
  const byTable = byOf(flow, record), logSlopeByTable = logSlopeByOf(flow, record);
  for (let p = 0; p <= flow.splineCount; p++) {
    const by = valueAt(byTable, p), logSlopeBy = valueAt(logSlopeByTable, p);
    const value = ofForward
      ? byImage * by + byLog * logSlopeBy
      : byImage * (-by * inverseSlope) + byLog * (bent * by - logSlopeBy);
    store<f64>(flow.valueAdjoints + ((<usize>p) << 3), value);
  }
  const byLength = setValuesBack(flow, layer, record, toParameters);
  const byCosine = across * bend + onAxis * (slope - stretch) + byLog * logSlopeByCosine;
  pullBack(spin, field, length, adjoint, stretch, image - stretch * cosine, byCosine, byLength);
}

function pullBack(
  spin: usize, field: usize, length: f64, adjoint: usize, stretch: f64, along: f64, byCosine: f64, byLength: f64,
): void {
  const onAxis = (along * dot(adjoint, field) + byCosine * dot(spin, field)) / length;
  for (let c: usize = 0; c < 24; c += 8) {
    const axis = load<f64>(field + c) / length;
    const pull = load<f64>(adjoint + c);
    store<f64>(FIELD_ADJOINT + c, (along * pull + byCosine * load<f64>(spin + c) - onAxis * axis) / length + byLength * axis);
    store<f64>(adjoint + c, stretch * pull + byCosine * axis);
  }
}

function pullBackShortly(spin: usize, factor: f64, adjoint: usize, byLog: f64): void {
  const radial = dot(adjoint, spin);
  for (let c: usize = 0; c < 24; c += 8) {
    const component = load<f64>(spin + c);
    store<f64>(FIELD_ADJOINT + c, factor * (0.5 * (load<f64>(adjoint + c) - radial * component) - byLog * component));
  }
}

/** From ∂E/∂I to ∂E/∂F. */
function invariantsBack(flow: Flow, k: i32, site: i32): void {
  const row = rowOf(flow, flow.sums, site), adjoints = rowOf(flow, flow.sumAdjoints, site);
  for (let s = 0; s < flow.shellCount; s++) {
    const count = valueAt(flow.counts, k * flow.shellCount + s);
    addScaled(vectorAt(adjoints, s), (2 * valueAt(flow.invariantAdjoints, s)) / (count * count), vectorAt(row, s));
  }
}

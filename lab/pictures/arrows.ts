/** Arrows that are drawn all at once: for each picture only directions and colours change, and the corners of the arrows are turned and lit where they are drawn. */
import {
  ConeGeometry,
  CylinderGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { directionColour } from './direction-colour.ts';

/** Lengths in lattice constants. */
const [SHAFT, HEAD] = [0.45, 0.3];
/** Up to so many arrows each is large enough for its sides to be seen. */
const FEW = 256;

/** An arrow along y is turned to its spin s by p + v × p + v × (v × p)/(1 + s_y), where v = y × s. A site without a spin, 0, has none. The light comes from the camera; the colour of a corner is the light on it. */
const VERTEX = `
attribute vec3 place;
attribute vec3 spin;
attribute vec3 tint;
varying vec3 shade;
vec3 turned(vec3 p) {
  if (dot(spin, spin) < 0.25) return vec3(0.0);
  if (spin.y < -0.99999) return vec3(p.x, -p.y, -p.z);
  vec3 v = vec3(spin.z, 0.0, -spin.x);
  vec3 side = cross(v, p);
  return p + side + cross(v, side) / (1.0 + spin.y);
}
void main() {
  vec3 at = place + turned(position);
  float light = max(0.0, dot(turned(normal), normalize(cameraPosition - at)));
  shade = tint * (0.72 + 0.35 * light);
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = `
varying vec3 shade;
void main() {
  gl_FragColor = vec4(shade, 1.0);
}`;

export function arrowsAt(positions: Float32Array) {
  const count = positions.length / 3;
  const geometry = new InstancedBufferGeometry().copy(
    (count <= FEW ? arrowOf(12, true) : arrowOf(5, false)) as InstancedBufferGeometry,
  );
  const [spins, tints] = [changing(count), changing(count)];
  geometry.setAttribute('place', new InstancedBufferAttribute(positions, 3));
  geometry.setAttribute('spin', spins);
  geometry.setAttribute('tint', tints);
  // Nothing is drawn before there are spins.
  geometry.instanceCount = 0;
  const material = new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return {
    mesh,
    point(directions: Float32Array) {
      geometry.instanceCount = count;
      spins.copyArray(directions);
      for (let k = 0; k < directions.length; k += 3)
        directionColour(directions[k], directions[k + 1], directions[k + 2], tints.array as Float32Array, k);
      spins.needsUpdate = true;
      tints.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

const changing = (count: number): InstancedBufferAttribute =>
  new InstancedBufferAttribute(new Float32Array(3 * count), 3).setUsage(DynamicDrawUsage);

/** About its middle. Of small arrows the ends of the shaft are not seen. */
function arrowOf(sides: number, isClosed: boolean) {
  const shaft = new CylinderGeometry(0.06, 0.06, SHAFT, sides, 1, !isClosed).translate(0, -HEAD / 2, 0);
  const head = new ConeGeometry(0.16, HEAD, sides).translate(0, SHAFT / 2, 0);
  return mergeGeometries([shaft, head]);
}

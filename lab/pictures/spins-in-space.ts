/** Spins as arrows in space, which can be turned; loaded when it is first drawn. */
import {
  AmbientLight,
  Box3,
  Color,
  ConeGeometry,
  CylinderGeometry,
  DirectionalLight,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  PerspectiveCamera,
  Quaternion,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { directionColour } from './direction-colour.ts';
import type { SpinsPicture } from './spins-picture.ts';

/** Lengths in lattice constants. */
const [SHAFT, HEAD] = [0.45, 0.3];
const UP = new Vector3(0, 1, 0);
/** More pixels than this per point cost time and are not seen. */
const SHARPEST = 2;

export function spinsInSpace(canvas: HTMLCanvasElement, positions: Float32Array): SpinsPicture {
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.setPixelRatio(Math.min(window.devicePixelRatio, SHARPEST));
  const scene = new Scene();
  const camera = new PerspectiveCamera(FIELD, 1, 0.1, 1000);
  const arrows = arrowsAt(positions);
  const light = new DirectionalLight(0xffffff, 2);
  scene.add(arrows.mesh, new AmbientLight(0xffffff, 1.6), light);
  const orbit = new OrbitControls(camera, canvas);
  orbit.listenToKeyEvents(canvas);
  lookAt(positions, camera, orbit);
  let isMoved = true;
  orbit.addEventListener('change', () => {
    isMoved = true;
  });
  const redraw = () => {
    light.position.copy(camera.position);
    renderer.render(scene, camera);
  };
  return {
    redraw,
    show(spins) {
      if (spins) arrows.point(spins);
      if (!spins && !isMoved) return;
      isMoved = false;
      redraw();
    },
    resize(width, height) {
      renderer.setSize(width, height, false);
      camera.aspect = width / height;
      camera.fov = fieldOf(camera.aspect);
      camera.updateProjectionMatrix();
      isMoved = true;
    },
    dispose() {
      orbit.dispose();
      renderer.dispose();
    },
  };
}

function arrowsAt(positions: Float32Array) {
  const count = positions.length / 3;
  const mesh = new InstancedMesh(arrowGeometry(), new MeshLambertMaterial(), count);
  const colours = new Float32Array(3 * count);
  mesh.instanceColor = new InstancedBufferAttribute(colours, 3);
  mesh.frustumCulled = false;
  const [matrix, turn, place, direction, size] = [
    new Matrix4(),
    new Quaternion(),
    new Vector3(),
    new Vector3(),
    new Vector3(1, 1, 1),
  ];
  const linear = new Color();
  return {
    mesh,
    point(spins: Float32Array) {
      for (let i = 0; i < count; i++) {
        direction.fromArray(spins, 3 * i);
        turn.setFromUnitVectors(UP, direction);
        mesh.setMatrixAt(i, matrix.compose(place.fromArray(positions, 3 * i), turn, size));
        directionColour(direction.x, direction.y, direction.z, colours, 3 * i);
        linear.setRGB(colours[3 * i], colours[3 * i + 1], colours[3 * i + 2], 'srgb').toArray(colours, 3 * i);
      }
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
    },
  };
}

/** An arrow along y about its middle. */
function arrowGeometry() {
  const shaft = new CylinderGeometry(0.06, 0.06, SHAFT, 8).translate(0, -HEAD / 2, 0);
  const head = new ConeGeometry(0.16, HEAD, 12).translate(0, SHAFT / 2, 0);
  return mergeGeometries([shaft, head]);
}

/** Degrees from below to above, in a picture that is wide enough for the lattice. */
const FIELD = 35;
const WIDE_ENOUGH = 1.1;

/** In a narrower one the field is larger, so that its left and right are seen. */
function fieldOf(aspect: number): number {
  const half = Math.tan((FIELD * Math.PI) / 360) / Math.min(1, aspect / WIDE_ENOUGH);
  return (Math.atan(half) * 360) / Math.PI;
}

/** From the front and above, far enough to see all. */
function lookAt(positions: Float32Array, camera: PerspectiveCamera, orbit: OrbitControls): void {
  const box = new Box3().setFromArray(positions);
  const middle = box.getCenter(new Vector3());
  const size = box.getSize(new Vector3()).length() + 1;
  camera.position.copy(middle).add(new Vector3(0, -0.7, 1.2).normalize().multiplyScalar(1.3 * size));
  camera.up.set(0, 0, 1);
  camera.far = 10 * size;
  orbit.target.copy(middle);
  orbit.update();
}

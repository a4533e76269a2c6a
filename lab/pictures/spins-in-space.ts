/** Spins as arrows in space, which can be turned; loaded when it is first drawn. */
import { Box3, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { arrowsAt } from './arrows.ts';
import { createSharpness } from './sharpness.ts';
import type { SpinsPicture } from './spins-picture.ts';

/** More pixels than this per point cost time and are not seen. */
const SHARPEST = 2;

export function spinsInSpace(canvas: HTMLCanvasElement, positions: Float32Array): SpinsPicture {
  const renderer = new WebGLRenderer({ canvas, context: contextOf(canvas) });
  const sharpness = createSharpness(Math.min(window.devicePixelRatio, SHARPEST));
  renderer.setPixelRatio(sharpness.ratio);
  const scene = new Scene();
  const camera = new PerspectiveCamera(FIELD, 1, 0.1, 1000);
  const arrows = arrowsAt(positions);
  scene.add(arrows.mesh);
  const orbit = new OrbitControls(camera, canvas);
  orbit.listenToKeyEvents(canvas);
  lookAt(positions, camera, orbit);
  let isMoved = true;
  orbit.addEventListener('change', () => {
    isMoved = true;
  });
  const redraw = () => renderer.render(scene, camera);
  return {
    redraw,
    show(spins) {
      if (spins) arrows.point(spins);
      if (!spins && !isMoved) return;
      isMoved = false;
      if (sharpness.drawn(performance.now())) renderer.setPixelRatio(sharpness.ratio);
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
      arrows.dispose();
      renderer.dispose();
    },
  };
}

/** Smooth edges cost much where no graphics card draws, and nothing where one does. */
function contextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const usual = { alpha: true, stencil: false };
  const smooth = { ...usual, antialias: true, failIfMajorPerformanceCaveat: true };
  const context = canvas.getContext('webgl2', smooth) ?? canvas.getContext('webgl2', { ...usual, antialias: false });
  return context as WebGL2RenderingContext;
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

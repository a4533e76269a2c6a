/** The spin-fermion model: what every route offers. */
import type { Lattice } from '../lattice/lattice.ts';
import type { Engine } from '../wasm/engine.ts';

/** The physical parameters, in units of the hopping; the same keys as `[model]` of a spec, in camel case. */
export interface ModelParameters {
  /** The lattice that the electrons hop on. */
  readonly lattice: Lattice;
  /** Hopping t_s by neighbour shell. */
  readonly hopping: readonly number[];
  /** Flux per elementary plaquette of a planar lattice, in units of 2π; none where left out. */
  readonly flux?: number | undefined;
  /** Coupling J of (J/2) S·σ. */
  readonly coupling: number;
  /** Chemical potential μ; at 0 the bands are half filled where hopping joins two sublattices. */
  readonly chemicalPotential: number;
  /** Temperature T > 0, or 0 for the ground state of the fermions in a fixed configuration. */
  readonly temperature: number;
  /** Classical exchange J_s Σ S_i·S_j by neighbour shell. */
  readonly exchange: readonly number[];
  /** Zeeman field h on the spins: −h·Σ S_i. */
  readonly field: readonly [number, number, number];
  /** The axis n of axial exchange and single-ion anisotropy; its length does not matter. z where left out. */
  readonly axis?: readonly [number, number, number] | undefined;
  /** Axial exchange K_s Σ (S_i·n)(S_j·n) by neighbour shell; none where left out, as of all that follow. */
  readonly exchangeAxial?: readonly number[] | undefined;
  /** Single-ion anisotropy −A Σ (S_i·n)². */
  readonly singleIon?: number | undefined;
  /** Biquadratic exchange B_s Σ (S_i·S_j)² by neighbour shell. */
  readonly biquadratic?: readonly number[] | undefined;
  /** Dzyaloshinskii–Moriya energy D_s Σ d_ij·(S_i × S_j) by neighbour shell, each bond once. */
  readonly dzyaloshinskiiMoriya?: readonly number[] | undefined;
  /** The vector d of a bond with displacement δ: δ/|δ| (bulk, where left out), z × δ/|δ| (interfacial), or z. */
  readonly dmDirection?: 'bulk' | 'interfacial' | 'z' | undefined;
  /** Absolute bound wanted on the error of log W. */
  readonly tolerance: number;
}

/** The way in which a model is computed. quaternion: class C at μ = 0. complex: everything else at T > 0. dense: level by level, at T = 0 and, asked for by name, by the full diagonalisation of the oracle. */
export type Route = 'quaternion' | 'complex' | 'dense';

/** Thermal averages over the fermions in a fixed configuration. E' = E_n − μ, f = Fermi function; classical energy included in `energy`. */
export interface Measurement {
  /** log W; never −∞, NaN at T = 0 where only the free energy is finite. */
  readonly logWeight: number;
  /** F = −T log W; at T = 0 the grand energy Σ_{E<μ} (E − μ) + E_cl. */
  readonly freeEnergy: number;
  /** U = Σ f E + E_cl. */
  readonly energy: number;
  /** E_cl(S). */
  readonly classicalEnergy: number;
  /** Σ f / N. */
  readonly density: number;
  /** Σ f(1 − f) E'². */
  readonly energyFluctuation: number;
  /** Σ f(1 − f). */
  readonly numberFluctuation: number;
  /** Σ f(1 − f) E'. */
  readonly crossFluctuation: number;
}

/** Exact changes of log W when one spin moves: docs/method.md §5. */
export interface LocalUpdater {
  /** Sites in the order that costs least: all sites of a patch before the next patch. Any order is allowed. */
  readonly patches: readonly Int32Array[];
  /** The current configuration; change it only through `accept`. */
  readonly spins: Float64Array;
  /** log W of the current configuration, accumulated. */
  readonly logWeight: number;
  /** log W(S') − log W(S) when spin `site` becomes (x, y, z). */
  propose(site: number, x: number, y: number, z: number): number;
  /** Makes the last proposal the current configuration. */
  accept(): void;
  /** Recomputes log W from scratch, adopts it and returns |accumulated − fresh|. */
  refresh(): number;
  /** Makes another configuration, which is copied, the current one: as a new updater would be, in the same memory. */
  moveTo(spins: Float64Array): void;
}

/** The exact model on one lattice of N sites: weights, forces, averages and spectra of spin configurations, Float64Array(3N). */
export interface SpinFermionModel {
  /** The parameters, with every default filled in. */
  readonly parameters: ModelParameters;
  /** The route by which it is computed. */
  readonly route: Route;
  /** The kernels that compute it. */
  readonly engine: Engine;
  /** Bound on |error of log W|, approximation and rounding, for every configuration of unit spins. */
  readonly errorBound: number;
  /** Bounds on the errors of what `measure` returns, for every configuration of unit spins. */
  readonly measurementErrors: Measurement;
  /** What a log weight costs, in nanoseconds of a core of 2023: counted from its operations, not timed, so that choices made by it are the same everywhere. */
  readonly cost: number;
  /** log W(S), classical part included. `spins`: x y z of site 0, of site 1, …, unit vectors (not checked here). */
  logWeight(spins: Float64Array): number;
  /** The shifts w_j > 0 of the expansion of log W, ascending; none on the dense route. */
  readonly shifts: Float64Array;
  /**
   * log |det(w_j + iK)|, K = H − μ, at every shift. Free for the spins of the last `logWeight`,
   * which is made of them. The array is reused by the next call of any method.
   */
  logDeterminants(spins: Float64Array): Float64Array;
  /** log W and, into `force` (3N), −∂F/∂S_i as a Cartesian vector, before projection on the tangent plane. */
  logWeightAndForce(spins: Float64Array, force: Float64Array): number;
  /** Averages over the electrons. `logWeight`: of these spins, where it is known already; computed where left out. */
  measure(spins: Float64Array, logWeight?: number): Measurement;
  /** All 2N levels E_n in ascending order. */
  spectrum(spins: Float64Array): Float64Array;
  /** Exact changes of log W by single spins, from the configuration `spins` on, which is copied. */
  localUpdater(spins: Float64Array): LocalUpdater;
}

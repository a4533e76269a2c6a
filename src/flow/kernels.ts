/** What both engines compute for a flow: all layers, there and back, and reverse mode. */

/** Kernels bound to one flow; the arrays are theirs. The logarithm of a pass is that of the factor by which volumes grow. */
export interface FlowKernels {
  /** θ, live. */
  readonly parameters: Float64Array;
  /** What ways back add ∂E/∂θ to. */
  readonly gradient: Float64Array;
  /** What passes move, 3N numbers. */
  readonly spins: Float64Array;
  /** ∂E/∂ of them, of which only the part perpendicular to each spin means something. */
  readonly adjoint: Float64Array;
  /** From z to S; `withDerivatives`: so that a way back may follow. */
  forward(withDerivatives: boolean): number;
  /** From S to z. */
  inverse(withDerivatives: boolean): number;
  /** After either pass with derivatives: from S and ∂E/∂S to z and ∂E/∂z, of E + `byLog` times the logarithm of the pass from z to S. Adds to the gradient if `toParameters`. */
  forwardBack(byLog: number, toParameters: boolean): void;
  /** After either pass with derivatives: from z and ∂E/∂z to S and ∂E/∂S, of E + `byLog` times the logarithm of the pass from S to z. */
  inverseBack(byLog: number, toParameters: boolean): void;
  /** `forward` and, in the same go, `inverseBack(1, false)`. */
  forwardWithScore(): number;
}

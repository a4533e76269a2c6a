/**
 * spinformer: exact, self-learning Monte Carlo for electrons coupled to classical spins.
 *
 * This entry is free of Node built-ins and runs in browsers; results are bit-identical everywhere.
 *
 * @module spinformer
 */

export type { EffectiveKind } from './effective/create.ts';
export { createEffectiveModel } from './effective/create.ts';
export { EFFECTIVE_DEFAULTS } from './effective/defaults.ts';
export { growTransformer } from './effective/grow.ts';
export type { EffectiveChoice, EffectiveModel, ShellChoice } from './effective/model.ts';
export type { Rows } from './effective/shells.ts';
export { type ModelCard, modelCard, parseModelCard } from './effective/weights/card.ts';
export { loadModel, modelWeights } from './effective/weights/model-files.ts';
export { InputError } from './errors.ts';
export type { LocalForms } from './exact/classical/local-forms.ts';
export { createModel, type ModelOptions } from './exact/create.ts';
export { MODEL_DEFAULTS, type ModelInput } from './exact/defaults.ts';
export type { LocalUpdater, Measurement, ModelParameters, Route, SpinFermionModel } from './exact/model.ts';
export { densityOfStates } from './exact/spectrum/density-of-states.ts';
export { type ExactSymmetries, exactSymmetries, type SiteOperation } from './exact/symmetry/exact-symmetries.ts';
export type { SpinOperation } from './exact/symmetry/spin-operations.ts';
export { type FlowBase, learnedBase, uniformBase } from './flow/base.ts';
export { type FlowCard, parseFlowCard } from './flow/card.ts';
export type { FlowChoice } from './flow/choice.ts';
export type { FieldKind } from './flow/fields.ts';
export { createFlow, type Flow } from './flow/flow.ts';
export { type LearnedFlow, learnedFlow, loadFlow } from './flow/flow-files.ts';
export { growFlow } from './flow/grow.ts';
export { type Colours, layersOfRound } from './flow/schedule.ts';
export type { PullOf, Stack } from './flow/stack.ts';
export { bipartition } from './lattice/bipartition.ts';
export { createLattice } from './lattice/create.ts';
export type { CompleteDisorder, Disorder } from './lattice/disorder/disorder.ts';
export { presentCount, spinCount } from './lattice/disorder/occupation.ts';
export type { Realisation } from './lattice/disorder/realisation.ts';
export type { LatticeKind } from './lattice/kinds/index.ts';
export type { InfiniteLattice, IntegerMatrix, Operation } from './lattice/kinds/infinite-lattice.ts';
export type {
  Bond,
  Boundary,
  HoppingBond,
  Lattice,
  LatticeGrid,
  LatticeSpec,
  OwnBond,
  SymmetryOperation,
} from './lattice/lattice.ts';
export { momenta } from './lattice/momenta.ts';
export { reciprocalVectors } from './lattice/reciprocal.ts';
export { pointGroup, translations } from './lattice/symmetry.ts';
export { perturbDirection, randomDirection } from './numeric/directions.ts';
export { philoxStream, type RandomStream } from './numeric/philox.ts';
export { accuracyOf, accuracyOfDerived } from './observables/accuracy.ts';
export { leadingOrders } from './observables/leading-order.ts';
export { type Measured, measuring } from './observables/measuring.ts';
export type { DerivedObservable, Family, Member, Observable, Observables } from './observables/observable.ts';
export { observablesFor } from './observables/observables-for.ts';
export { structureFactorWaveNumbers } from './observables/structure-factor.ts';
export type { Hopping } from './observables/wave-orbits.ts';
export { type Annealing, annealing } from './sampling/annealing/annealing.ts';
export { type AnnealedPlan, annealingPowers } from './sampling/annealing/schedule.ts';
export { transportedAnnealing } from './sampling/annealing/transported-annealing.ts';
export { chooseInnerChain, type InnerChoice, type InnerChoiceOptions } from './sampling/choosing/choose-inner-chain.ts';
export type { ChoicePurpose, PlanChoice, Reached, Trial } from './sampling/choosing/choose-plan.ts';
export type { Shown } from './sampling/choosing/pooled.ts';
export type {
  Candidate,
  Order,
  Performance,
  Purpose,
  RunTrial,
  TrialResult,
  TrialTask,
} from './sampling/choosing/trial.ts';
export type { TrialLength } from './sampling/choosing/trial-length.ts';
export { decorrelatedProposals } from './sampling/inner/decorrelated-proposals.ts';
export type { EffectiveHmcOptions } from './sampling/inner/effective-hmc.ts';
export { effectiveHmc } from './sampling/inner/effective-hmc.ts';
export { flowKernel } from './sampling/inner/flow-kernel.ts';
export type { LocalFieldModel } from './sampling/inner/heat-bath.ts';
export { drawVonMisesFisher } from './sampling/inner/heat-bath.ts';
export type { HeatBathOptions } from './sampling/inner/heat-bath-kernel.ts';
export { heatBathKernel } from './sampling/inner/heat-bath-kernel.ts';
export type { LinearCouplings } from './sampling/inner/heat-bath-wasm.ts';
export {
  decorrelatedPlan,
  defaultPlan,
  type HeatBathPlan,
  type HmcPlan,
  type InnerPlan,
  innerChain,
  innerCost,
  type ProposalModels,
  type ScreenedPlan,
} from './sampling/inner/inner-chain.ts';
export { type DrawSites, randomBlock } from './sampling/inner/random-block.ts';
export { transportedKernel } from './sampling/inner/transported-kernel.ts';
export type { Advance, Proposed, Proposer, ReversibleKernel } from './sampling/interfaces/reversible-kernel.ts';
export type { ChainState, Sampler, SamplerSettings, StepOutcome } from './sampling/interfaces/sampler.ts';
export type { HmcOptions } from './sampling/moves/hamiltonian-chain.ts';
export { type SymmetryMoves, symmetryMoves } from './sampling/moves/symmetry-moves.ts';
export { annealedSampler } from './sampling/samplers/annealed.ts';
export { delayedAcceptanceSampler } from './sampling/samplers/delayed-acceptance.ts';
export { flowSampler } from './sampling/samplers/flow.ts';
export { hmcSampler } from './sampling/samplers/hmc.ts';
export type { ProposalPlan } from './sampling/samplers/learned-sampler.ts';
export { localSampler } from './sampling/samplers/local.ts';
export { relaxedSampler } from './sampling/samplers/relaxed.ts';
export { reweightingSampler } from './sampling/samplers/reweighting.ts';
export {
  type ChainCheckpoint,
  type ChainPlan,
  type ChainRecord,
  type OutcomeTotals,
  resumeChain,
  runChain,
  type Values,
} from './sampling/samplers/run-chain.ts';
export { selfLearningSampler } from './sampling/samplers/self-learning.ts';
export { chernNumber } from './spectra/chern-number.ts';
export type { Conductivities, ConfigurationSpectra, ElectronSpectra, SpectraChoice } from './spectra/choice.ts';
export { configurationSpectra } from './spectra/configuration-spectra.ts';
export { momentumCorners } from './spectra/corners.ts';
export type { Spectrum } from './spectra/lorentzian.ts';
export { type Corner, momentumPath, type PathPoint } from './spectra/momentum-path.ts';
export { type ConfigurationName, type ConfigurationOptions, namedConfiguration } from './spins/named.ts';
export type { TextureName } from './spins/textures.ts';
export { permuteConfiguration, rotateConfiguration } from './spins/transform.ts';
export { type ValidateOptions, validateConfiguration } from './spins/validate.ts';
export type { Accuracy } from './statistics/accuracy.ts';
export type { Chains } from './statistics/chains.ts';
export type { FunctionOfMeans } from './statistics/derived.ts';
export type { Constant, DerivedAccuracy, Insufficient, MeanWithError } from './statistics/estimate.ts';
export {
  type Estimate,
  estimateDerived,
  estimateMean,
  estimateWeightedDerived,
  estimateWeightedMean,
  formatEstimate,
} from './statistics/estimate.ts';
export { type GammaAnalysis, gammaAnalysis } from './statistics/gamma.ts';
export { predictedAcceptance } from './statistics/predicted-acceptance.ts';
export { splitRHat } from './statistics/r-hat.ts';
export type { DataSet, TrainingSample } from './training/fit/data-set.ts';
export type { FitMethod } from './training/fit/fit.ts';
export type { Fit, FitResult, FitStart } from './training/fit/fit-result.ts';
export type { Loss } from './training/fit/loss.ts';
export type { DrawBase } from './training/flow/descent.ts';
export type { PlannedStage } from './training/flow/flow-plan.ts';
export type { FlowQuality } from './training/flow/flow-quality.ts';
export type { PerformStage } from './training/flow/stage-journal.ts';
export {
  type FlowStage,
  type FlowTrainingOptions,
  type FlowTrainingResult,
  trainFlow,
} from './training/flow/train-flow.ts';
export type { Visit } from './training/flow/visits.ts';
export type { Experience } from './training/loop/experience.ts';
export type { Propose } from './training/loop/generation.ts';
export type { Grow } from './training/loop/growth.ts';
export { type SelfLearningOptions, type SelfLearningResult, selfLearn } from './training/loop/self-learning.ts';
export type { GenerationRecord } from './training/loop/training-state.ts';
export type { Engine } from './wasm/engine.ts';

/** Which observables compare moments. */

/**
 * Whether an observable is a Binder ratio or a correlation length. With disorder these are functions of averaged moments, [⟨m⁴⟩]/[⟨m²⟩]², as is usual (K. Binder and A. P. Young, Rev. Mod. Phys. 58, 801 (1986)), while
 * responses like the susceptibility are averaged as they are.
 */
export const isRatioOfMoments = (name: string): boolean =>
  /binderRatio$/i.test(name) || name.startsWith('correlationLength');

/** Every element of the page by its name. */
import { LabApp } from './app.ts';
import { LabContinue } from './controls/continue.ts';
import { LabControl } from './controls/control.ts';
import { LabCost } from './controls/cost.ts';
import { LabPanel } from './controls/panel.ts';
import { LabReplay } from './controls/replay.ts';
import { LabTuner } from './controls/tuner.ts';
import { LabHeader } from './header.ts';
import { LabAcceptance } from './pictures/acceptance.ts';
import { LabLearning } from './pictures/learning.ts';
import { LabMemory } from './pictures/memory.ts';
import { LabObservables } from './pictures/observables.ts';
import { LabSave } from './pictures/save.ts';
import { LabScatter } from './pictures/scatter.ts';
import { LabSearch } from './pictures/search.ts';
import { LabSeries } from './pictures/series.ts';
import { LabSpins } from './pictures/spins.ts';
import { LabStates } from './pictures/states.ts';
import { LabStep } from './pictures/step.ts';
import { LabZone } from './pictures/zone.ts';
import { LabBars } from './tour/bars.ts';
import { LabPrediction } from './tour/prediction.ts';
import { LabTour } from './tour/tour.ts';
import { WatchStudy } from './watch/study.ts';
import { LabWatch } from './watch/watch.ts';
import { WatchWish } from './watch/wish.ts';
import { LabWorkbench } from './workbench.ts';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'lab-app': LabApp,
  'lab-bars': LabBars,
  'lab-continue': LabContinue,
  'lab-control': LabControl,
  'lab-cost': LabCost,
  'lab-header': LabHeader,
  'lab-panel': LabPanel,
  'lab-tuner': LabTuner,
  'lab-acceptance': LabAcceptance,
  'lab-learning': LabLearning,
  'lab-memory': LabMemory,
  'lab-observables': LabObservables,
  'lab-replay': LabReplay,
  'lab-save': LabSave,
  'lab-scatter': LabScatter,
  'lab-prediction': LabPrediction,
  'lab-search': LabSearch,
  'lab-series': LabSeries,
  'lab-spins': LabSpins,
  'lab-states': LabStates,
  'lab-step': LabStep,
  'lab-tour': LabTour,
  'lab-watch': LabWatch,
  'lab-workbench': LabWorkbench,
  'lab-zone': LabZone,
  'watch-study': WatchStudy,
  'watch-wish': WatchWish,
};

/** Makes them known to the browser; a page that has one already keeps it. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS))
    if (!customElements.get(name)) customElements.define(name, element);
}

/** The page. */
import 'uplot/dist/uPlot.min.css';
import './style/tokens.css';
import './style/page.css';
import './style/keep.css';
import { defineElements } from './elements.ts';
import { keepOffline } from './offline/register.ts';

defineElements();
keepOffline();

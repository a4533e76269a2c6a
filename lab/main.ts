/** The page. */
import 'uplot/dist/uPlot.min.css';
import './style/tokens.css';
import './style/page.css';
import './style/pictures.css';
import './style/tour.css';
import './style/keep.css';
import { defineElements } from './elements.ts';
import { followLook } from './look.ts';
import { keepOffline } from './offline/register.ts';

followLook();
defineElements();
keepOffline();

// The table of views, in the order of their buttons: a new one is a module and a name here.

import { networkView } from "./network.js";
import { cosigningView } from "./cosigning.js";
import { matrixView } from "./matrix.js";
import { mapView } from "./map.js";

export const VIEWS = [networkView, cosigningView, matrixView, mapView];

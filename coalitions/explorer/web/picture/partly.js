// What the picture does not show at present, said below it.

import { presentView } from "../model/state.js";

const line = document.getElementById("partly");

export function tellPartly() {
  const words = presentView().words.partly();
  line.hidden = !words;
  if (line.textContent !== words) line.textContent = words;
}

// The colours and letters of the page, as its style sheet has them at present.

import { viewOf } from "../model/shown.js";

export const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
export const paint = { printing: false };
readPaint();

export function readPaint() {
  const css = getComputedStyle(document.documentElement);
  const read = (name) => css.getPropertyValue(name).trim();
  Object.assign(paint, {
    dark: darkScheme.matches && !paint.printing,
    ground: read("--ground"), ink: read("--ink"), grey: read("--grey"), hair: read("--hair"), edge: read("--edge"),
    unknown: read("--unknown"), font: getComputedStyle(document.body).fontFamily,
  });
}

export function colourOf(node) {
  const { colour, dark } = viewOf(node);
  return paint.dark ? dark : colour;
}

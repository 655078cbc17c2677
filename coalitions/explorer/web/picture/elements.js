// Elements of the page, and the small marks that stand beside names.

import { isPartial, knownShare, numberOf } from "../model/data.js";
import { viewOf } from "../model/shown.js";
import { inkOn } from "./marks.js";

/** An element with text and children; text is never read as markup. */
export function make(tag, { text = "", name = "", attributes = {} } = {}, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Both colours go along; the style sheet takes the one for the reader's ground. */
export function tint(element, { colour, dark }) {
  element.classList.add("tinted");
  element.style.setProperty("--light", colour);
  element.style.setProperty("--dark", dark);
  element.style.setProperty("--ink-light", inkOn(colour));
  element.style.setProperty("--ink-dark", inkOn(dark));
  return element;
}

export function markOf(node) {
  const square = node.kind === "statement";
  const name = square ? `mark square${isPartial(node) ? " partial" : ""}` : "mark";
  const mark = make("span", { name, attributes: { "aria-hidden": "true" } });
  if (square) {
    mark.append(make("span", { name: node.count > 999 ? "long" : "", text: numberOf(node) }));
    mark.style.setProperty("--known", `${100 * knownShare(node)}%`);
  }
  return tint(mark, viewOf(node));
}

/** A bar to scale: solid as far as names are known, hatched as far as a number was declared. */
export function knownBar(statement) {
  const bar = tint(make("span", { name: "bar", attributes: { "aria-hidden": "true" } }), statement);
  bar.style.setProperty("--known", `${100 * knownShare(statement)}%`);
  return bar;
}

export function facts(words) {
  return make("p", { name: "facts", text: words.filter(Boolean).join(" · ") });
}

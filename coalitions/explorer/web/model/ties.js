// Co-signing ties against a null model: what is significant at the level that the reader has chosen.

import { graph, nodes } from "./data.js";
import { state } from "./state.js";

/** The level, or null where lines are for shared statements alone. */
export function presentLevel() {
  return graph.ties?.levels.find(({ alpha }) => alpha === state.ties) ?? null;
}

/** The significant ties: the smallest p-values come first in the list, and each level has a number of them. */
function significant() {
  return graph.ties.list.slice(0, presentLevel().number).map(([one, other, shared, expected, p, sign]) => ({ one, other, shared, expected, p, sign }));
}

/** Lines between those in view: of more than the null model says, and of fewer. */
export function tieLines(isShown) {
  const ties = significant().filter(({ one, other }) => isShown[one] && isShown[other]);
  const bundles = [false, true].map((isFewer) => ({
    isFewer,
    pairs: ties.filter(({ sign }) => sign < 0 === isFewer).flatMap(({ one, other }) => [one, other]),
  }));
  return { bundles, ties, all: ties.length, drawn: ties.length, from: 0 };
}

/** The ties of one signatory, the smallest p-value first. */
export function tiesWith(node) {
  return significant()
    .filter(({ one, other }) => one === node.id || other === node.id)
    .map((tie) => ({ ...tie, with: nodes[tie.one === node.id ? tie.other : tie.one] }));
}

/** "8 shared, 5.08 expected, p 0.0032". */
export function tieFacts({ shared, expected, p }) {
  return `${shared} shared, ${Number(expected.toPrecision(3))} expected, p ${Number(p.toPrecision(2))}`;
}

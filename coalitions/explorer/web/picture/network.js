// The network: statements and signatories, or statements alone.

import { counted } from "../model/text.js";
import { edges, graph, signatories, twoMode } from "../model/data.js";
import { shown } from "../model/shown.js";
import { amount } from "../model/words.js";
import { onStage } from "./onstage.js";

export const networkView = {
  ...onStage,
  key: "network",
  name: "Network",
  isThere: twoMode || graph.kind !== "co-signing",
  moved: "moved",
  home: ({ x, y }) => ({ x, y }),
  ties: { ...onStage.ties, bundles: edgeBundles },
  words: { ...onStage.words, line: networkWords },
};

/** The edges as they are stroked: together what starts at one statement, or what is about as strong. */
function edgeBundles() {
  // The more lines, the fainter each, so that a crowd of them reads as a tone and not as a blot.
  const opacity = Math.max(0.04, 0.28 * Math.min(1, Math.sqrt(180 / edges.length)));
  const bundles = new Map();
  for (const edge of edges) {
    if (!shown.isShown[edge.from] || !shown.isShown[edge.to]) continue;
    const key = twoMode ? edge.from : (edge.jaccard ?? 0).toFixed(1);
    const width = edge.jaccard === undefined ? 0.7 : 0.4 + 1.6 * edge.jaccard;
    if (!bundles.has(key)) bundles.set(key, { pairs: [], width, opacity });
    bundles.get(key).pairs.push(edge.from, edge.to);
  }
  return [...bundles.values()];
}

function networkWords() {
  const number = counted(shown.statements.length, "statement");
  if (!signatories.length) return `${number}, a line where two share a signatory`;
  return `${number} and ${amount(shown.signatories)}, a line where one is named under the other`;
}

// The co-signing network: a line where two share so many statements.

import { capital, counted, grouped } from "../model/text.js";
import { graph, signatories, statements, twoMode } from "../model/data.js";
import { cosigningLines, MOST_LINES } from "../model/cosigning.js";
import { leastShared, sharedFacts, state } from "../model/state.js";
import { shown } from "../model/shown.js";
import { presentLevel, tieLines } from "../model/ties.js";
import { amount, byName } from "../model/words.js";
import { onStage } from "./onstage.js";

export const cosigningView = {
  ...onStage,
  key: "cosigning",
  name: twoMode ? "Co-signing" : "Network",
  isThere: twoMode ? signatories.every((node) => node.cosigning) : graph.kind === "co-signing",
  isByShared: true,
  moved: "moved-cosigning",
  home: ({ x, y, cosigning }) => (cosigning ? { x: cosigning[0], y: cosigning[1] } : { x, y }),
  ties: {
    isOfOneKind: true,
    hasMark: (node) => node.kind !== "statement",
    neighbours: tiedTo,
    version: () => state.ties,
    lines: () => (presentLevel() ? tieLines(shown.isShown) : cosigningLines(shown.statements, leastShared(), shown.isShown)),
    bundles: () => shown.lines.bundles.map(presentLevel() ? tieBundle : lineBundle),
    isDashed: (one, other) => isFewer(one, other) || isFewer(other, one),
    pairs: () => shown.lines.ties?.map(({ one, other, shared, expected, p, sign }) => [one, other, shared, { expected, p_adjusted: p, sign }]) ?? shown.lines.bundles.flatMap(({ shared, pairs }) =>
      Array.from({ length: pairs.length / 2 }, (_, place) => [pairs[2 * place], pairs[2 * place + 1], shared]),
    ),
  },
  words: {
    ...onStage.words,
    line: () => `${amount(shown.signatories)}, ${presentLevel()?.line ?? `a line where two share at least ${counted(leastShared(), "statement")}${byName()}`}: ${lineWords()}`,
    key: () => [...onStage.words.key(), ...tieKey()],
    partly: () => [presentLevel()?.line, graph.communities?.refused].filter(Boolean).map((words) => `${capital(words)}.`).join(" "),
    leftOut: () => [shown.lines.drawn === shown.lines.all ? "" : lineWords(), onStage.words.leftOut()].filter(Boolean).join("; "),
    filter: () => presentLevel() ? `significant ties, p ≤ ${state.ties}` : `at least ${counted(leastShared(), "shared statement")}`,
  },
};

/** Who is tied to a signatory, among the lines that are drawn. */
function tiedTo(id) {
  const found = new Set();
  for (const { pairs } of shown.lines.bundles) {
    for (let place = 0; place < pairs.length; place += 2) {
      if (pairs[place] === id) found.add(pairs[place + 1]);
      else if (pairs[place + 1] === id) found.add(pairs[place]);
    }
  }
  return found;
}

/** Those who share more stand out: wider and darker from level to level. */
function lineBundle({ shared, pairs }) {
  const share = shared / sharedFacts().most;
  const fade = Math.min(1, Math.sqrt(600 / Math.max(1, shown.lines.drawn)));
  return { pairs, width: 0.3 + 1.3 * share, opacity: Math.max(0.05, (0.1 + 0.36 * share) * fade) };
}

/** Ties stand out alike: a p-value is no strength. Of fewer than the null model says they are dashed. */
function tieBundle({ pairs, isFewer }) {
  const opacity = Math.max(0.1, 0.5 * Math.min(1, Math.sqrt(300 / Math.max(1, shown.lines.drawn))));
  return { pairs, width: 0.9, opacity, ...(isFewer ? { dash: [4, 3] } : {}) };
}

function isFewer(one, other) {
  return shown.lines.ties?.some((tie) => tie.sign < 0 && tie.one === one && tie.other === other) ?? false;
}

function tieKey() {
  const [more, fewer] = shown.lines.ties ? shown.lines.bundles : [];
  if (!fewer?.pairs.length) return [];
  const dashed = ["key-dashed", "share fewer than by chance"];
  return more.pairs.length ? [["key-line", "share more"], dashed] : [dashed];
}

/** How many ties there are, or why there are none. They are those of the whole corpus: no filter changes a p-value. */
function tieWords(level) {
  if (level.number === 0) return level.none;
  const isSome = shown.statements.length < statements.length;
  return `${counted(shown.lines.all, "tie")}${isSome ? " over all statements, in view or not" : ""}`;
}

/** How many lines there are, and how many of them are drawn. */
export function lineWords() {
  const level = presentLevel();
  if (level) return tieWords(level);
  const { all, drawn, from } = shown.lines;
  const fewer = leastShared() < sharedFacts().most ? "ask for more shared statements, or filter" : "filter to see some";
  if (all === null) return `not drawn: too many different records to compare here; filter to see some`;
  if (drawn === all) return counted(all, "line");
  if (drawn === 0) return `${counted(all, "line")}, none drawn: a picture holds ${grouped(MOST_LINES)}; ${fewer}`;
  return `${grouped(drawn)} of ${counted(all, "line")} drawn, from ${from} shared statements on`;
}

// The network: statements and signatories, or statements alone.

import { counted, grouped } from "../model/text.js";
import { edges, graph, near, nodes, signatories, twoMode } from "../model/data.js";
import { asked, state } from "../model/state.js";
import { NO_LINES, shown } from "../model/shown.js";
import { amount } from "../model/words.js";
import { onStage } from "./onstage.js";

const MOST = { statements: 300, lines: 10_000 }; // drawn as they are; among more, nobody finds a way
const SOME = { statements: 60, lines: 3_000 }; // that are drawn of more
const ROOM = 40; // units that a statement takes among them at least
const MOST_STEPS = 3_000; // away from home, in a spiral

export const networkView = {
  ...onStage,
  key: "network",
  name: "Network",
  isThere: twoMode || graph.kind !== "co-signing",
  moved: "moved",
  home: ({ x, y }) => ({ x, y }),
  ties: {
    ...onStage.ties,
    hasMark: ({ id }) => shown.lines.drawnIds?.has(id) ?? true,
    takes: () => true,
    lines: drawnOf,
    version: () => (isTooMuch() ? [state.selected, [...state.asked.keys()]] : ""),
    bundles: edgeBundles,
    apart: () => shown.lines.apart,
  },
  words: { ...onStage.words, line: networkWords, partly: partlyWords, leftOut: () => [drawnWords(), onStage.words.leftOut()].filter(Boolean).join("; ") },
};

function countOf(statements) {
  return statements.reduce((sum, { id }) => sum + near[id].size, 0);
}

/** Of a few statements all are drawn, however many signed them. */
function isTooMuch() {
  const { length } = shown.statements;
  return twoMode && (length > MOST.statements || (length > SOME.statements && countOf(shown.statements) > MOST.lines));
}

/**
 * What is drawn of too much: the statements that are asked for and the chosen one, then the largest
 * of those that name the chosen signatory, or else of all; with those who are named under them.
 */
function drawnOf() {
  const all = shown.statements;
  if (!isTooMuch()) return { ...NO_LINES, drawnIds: null, statements: all };
  const chosen = state.selected === null ? null : nodes[state.selected];
  const centre = chosen !== null && chosen.kind !== "statement" ? chosen : null;
  const first = new Set([...asked("signed"), ...asked("without"), chosen].filter((node) => node && all.includes(node)));
  const pool = centre ? all.filter(({ id }) => near[id].has(centre.id)) : all;
  const byDate = new Map(all.map(({ id }, place) => [id, place]));
  const largest = pool.slice().sort((one, other) => near[other.id].size - near[one.id].size || byDate.get(other.id) - byDate.get(one.id));
  const statements = [];
  let lines = 0;
  for (const node of new Set([...first, ...largest])) {
    lines += near[node.id].size;
    if (statements.length >= Math.max(1, first.size) && (statements.length >= SOME.statements || lines > SOME.lines)) break;
    statements.push(node);
  }
  const drawnIds = new Set(statements.flatMap(({ id }) => [id, ...near[id]]));
  if (centre) drawnIds.add(centre.id);
  return { ...NO_LINES, drawnIds, statements, centre, pool, apart: standingApart(statements, drawnIds) };
}

/** Where some statements stand of which thousands have the ground to themselves: as near to home as none hides another mark. */
function standingApart(statements, drawnIds) {
  const taken = signatories.filter(({ id }) => drawnIds.has(id)).map(({ x, y, size }) => ({ x, y, half: size / 2 }));
  return new Map(statements.map(({ id, x, y, size }) => {
    const place = { x, y, half: Math.max(size, ROOM) / 2 };
    const isFree = (one) => Math.max(Math.abs(one.x - place.x), Math.abs(one.y - place.y)) > one.half + place.half;
    for (let step = 0; step < MOST_STEPS && !taken.every(isFree); step += 1) {
      place.x = x + 8 * Math.sqrt(step) * Math.cos(2.4 * step);
      place.y = y + 8 * Math.sqrt(step) * Math.sin(2.4 * step);
    }
    taken.push(place);
    return [id, { x: place.x, y: place.y }];
  }));
}

/** The edges as they are stroked: together what starts at one statement, or what is about as strong. */
function edgeBundles() {
  const number = twoMode ? countOf(shown.lines.statements) : edges.length;
  // The more lines, the fainter each, so that a crowd of them reads as a tone and not as a blot.
  const opacity = Math.max(0.04, 0.28 * Math.min(1, Math.sqrt(180 / number)));
  if (twoMode) {
    return shown.lines.statements.map(({ id }) => {
      const pairs = Array.from(near[id]).filter((other) => shown.isShown[other]).flatMap((other) => [id, other]);
      return { pairs, width: 0.7, opacity };
    });
  }
  const bundles = new Map();
  for (const edge of edges) {
    if (!shown.isShown[edge.from] || !shown.isShown[edge.to]) continue;
    const key = (edge.jaccard ?? 0).toFixed(1);
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

/** What is not drawn, and how to see it. */
function partlyWords() {
  const words = drawnWords();
  return words && `${words}. Filter, ask or choose to see others.`;
}

function drawnWords() {
  const { drawnIds, statements, centre, pool } = shown.lines;
  if (drawnIds === null) return "";
  const number = counted(shown.statements.length, "statement");
  const which = centre
    ? `the largest of the ${grouped(pool.length)} that name ${centre.label}`
    : state.asked.size ? "those asked for and the largest" : "the largest";
  return `${grouped(statements.length)} of ${number} drawn, ${which}`;
}

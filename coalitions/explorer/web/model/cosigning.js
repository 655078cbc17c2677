// Who signs with whom: how many statements in view two signatories share.

import { edges, near, nodes, twoMode } from "./data.js";

export const MOST_LINES = 30_000; // drawn at once; the page says so where there are more
const MOST_WORK = 100_000_000; // comparisons, about half a second; with more the page counts no lines
const USUAL_LINES = 1_000; // a picture with more of them tells little

/** The signatories in view by record, the statements in view that name them: those of one record share the same with everybody. */
export function alike(inView, isShown = null) {
  const words = Math.max(1, Math.ceil(inView.length / 32));
  const bits = new Map(); // signatory id -> its record, 32 statements to a number
  inView.forEach((statement, column) => {
    for (const id of near[statement.id]) {
      if (isShown !== null && !isShown[id]) continue;
      if (!bits.has(id)) bits.set(id, new Uint32Array(words));
      bits.get(id)[column >> 5] |= 1 << (column & 31);
    }
  });
  const classes = new Map();
  for (const [id, record] of bits) {
    const key = record.join(" ");
    if (!classes.has(key)) classes.set(key, { record, members: [] });
    classes.get(key).members.push(id);
  }
  return [...classes.values()];
}

function ones(number) {
  let count = number - ((number >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many comparisons it takes to know who shares how much. */
function workOf(classes) {
  return (classes.length ** 2 / 2) * (classes[0]?.record.length ?? 0);
}

/** Call `each(members, others, shared)` for every two records that share a statement, and for each with itself. */
function eachTwo(classes, each) {
  for (let place = 0; place < classes.length; place += 1) {
    const { record, members } = classes[place];
    for (let at = place; at < classes.length; at += 1) {
      const other = classes[at];
      let shared = 0;
      for (let word = 0; word < record.length; word += 1) shared += ones(record[word] & other.record[word]);
      if (shared) each(members, other.members, shared);
    }
  }
}

function pairsOf(members, others) {
  return members === others ? (members.length * (members.length - 1)) / 2 : members.length * others.length;
}

/** How many pairs share exactly 0, 1, 2, … statements; null where that takes too long to count. */
export function tallyOf(classes) {
  if (workOf(classes) > MOST_WORK) return null;
  const tally = [0];
  const add = (shared, number) => {
    while (tally.length <= shared) tally.push(0);
    tally[shared] += number;
  };
  if (twoMode) eachTwo(classes, (members, others, shared) => { if (pairsOf(members, others)) add(shared, pairsOf(members, others)); });
  else for (const edge of edges) add(edge.shared, 1);
  return tally;
}

/** The least number of shared statements that leaves a picture one can read. */
export function usualThreshold(tally) {
  let lines = 0;
  for (let shared = tally.length - 1; shared > 1; shared -= 1) {
    lines += tally[shared];
    if (lines > USUAL_LINES) return Math.min(shared + 1, tally.length - 1);
  }
  return Math.min(2, Math.max(1, tally.length - 1));
}

/**
 * Lines between those who share at least so many, by how many they share, the fewest first.
 *
 * Of more lines than a picture holds, those of the strongest pairs are drawn: all that share so
 * many statements or none of them, for to choose among equals would say what is not so.
 */
export function cosigningLines(inView, least, isShown) {
  const classes = twoMode ? alike(inView, isShown) : [];
  const tally = twoMode ? tallyOf(classes) : tallyOfEdges(least, isShown);
  if (tally === null) return { bundles: [], all: null, drawn: 0, from: 0 };
  let [all, drawn, from] = [0, 0, tally.length];
  for (let shared = tally.length - 1; shared >= least; shared -= 1) {
    all += tally[shared];
    if (tally[shared] && all <= MOST_LINES) [drawn, from] = [all, shared];
  }
  return { bundles: bundlesFrom(classes, from, isShown), all, drawn, from };
}

function tallyOfEdges(least, isShown) {
  const tally = [0];
  for (const { from, to, shared } of edges) {
    while (tally.length <= shared) tally.push(0);
    if (shared >= least && isShown[from] && isShown[to]) tally[shared] += 1;
  }
  return tally;
}

/** The pairs themselves, of those who share at least `from`. */
function bundlesFrom(classes, from, isShown) {
  const levels = new Map();
  const add = (one, other, shared) => {
    if (!levels.has(shared)) levels.set(shared, []);
    levels.get(shared).push(one < other ? [one, other] : [other, one]);
  };
  if (!twoMode) {
    for (const edge of edges) if (edge.shared >= from && isShown[edge.from] && isShown[edge.to]) add(edge.from, edge.to, edge.shared);
  }
  eachTwo(classes, (members, others, shared) => {
    if (shared < from) return;
    members.forEach((one, place) => {
      for (const other of members === others ? members.slice(place + 1) : others) add(one, other, shared);
    });
  });
  return [...levels].sort(([one], [other]) => one - other).map(([shared, pairs]) => ({
    shared,
    pairs: pairs.sort((one, other) => one[0] - other[0] || one[1] - other[1]).flat(),
  }));
}

/** Those who share most statements with a signatory, over the whole corpus, the closest first. */
export function closest(node) {
  const shared = new Map();
  for (const statement of near[node.id]) {
    for (const id of near[statement]) if (id !== node.id) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  const list = [...shared].map(([id, count]) => {
    const either = near[node.id].size + near[id].size - count;
    return { other: nodes[id], shared: count, jaccard: count / either };
  });
  return list.sort((one, other) =>
    other.shared - one.shared || other.jaccard - one.jaccard || one.other.label.localeCompare(other.other.label, "en"),
  );
}

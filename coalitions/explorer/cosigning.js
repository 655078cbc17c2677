// Who signs with whom: how many statements in view two signatories share.

const MOST_LINES = 30_000; // drawn at once; the page says so where there are more
const USUAL_LINES = 1_000; // a picture with more of them tells little

/** For each signatory the statements that name it, as bits, 32 to a number. */
function records(inView) {
  const words = Math.max(1, Math.ceil(inView.length / 32));
  const bits = new Uint32Array(signatories.length * words);
  const row = new Map(signatories.map((node, place) => [node.id, place * words]));
  inView.forEach((statement, column) => {
    for (const id of near[statement.id]) bits[row.get(id) + (column >> 5)] |= 1 << (column & 31);
  });
  return { bits, words };
}

function ones(number) {
  let count = number - ((number >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Call `each(one, other, shared)` for every pair of signatories that share a statement in view. */
function eachPair(inView, each) {
  if (!twoMode) {
    for (const edge of edges) each(edge.from, edge.to, edge.shared);
    return;
  }
  const { bits, words } = records(inView);
  for (let one = 0; one < signatories.length; one += 1) {
    for (let other = one + 1; other < signatories.length; other += 1) {
      let shared = 0;
      for (let word = 0; word < words; word += 1) {
        shared += ones(bits[one * words + word] & bits[other * words + word]);
      }
      if (shared) each(signatories[one].id, signatories[other].id, shared);
    }
  }
}

/** How many pairs share exactly 0, 1, 2, … statements. */
function sharedTally(inView) {
  const tally = [];
  eachPair(inView, (one, other, shared) => {
    tally[shared] = (tally[shared] ?? 0) + 1;
  });
  return Array.from(tally, (count) => count ?? 0);
}

/** The least number of shared statements that leaves a picture one can read. */
function usualThreshold(tally) {
  let lines = 0;
  for (let shared = tally.length - 1; shared > 1; shared -= 1) {
    lines += tally[shared];
    if (lines > USUAL_LINES) return Math.min(shared + 1, tally.length - 1);
  }
  return Math.min(2, Math.max(1, tally.length - 1));
}

/** Lines between those who share at least so many, by how many they share, the fewest first. */
function cosigningLines(inView, least, isShown) {
  const levels = new Map();
  eachPair(inView, (one, other, shared) => {
    if (shared < least || !isShown[one] || !isShown[other]) return;
    if (!levels.has(shared)) levels.set(shared, []);
    levels.get(shared).push(one, other);
  });
  const strongest = [...levels].sort(([one], [other]) => other - one);
  const all = strongest.reduce((sum, [, pairs]) => sum + pairs.length / 2, 0);
  let room = MOST_LINES;
  const bundles = [];
  for (const [shared, pairs] of strongest) {
    if (room > 0) bundles.unshift({ shared, pairs: pairs.slice(0, 2 * room) });
    room -= pairs.length / 2;
  }
  return { bundles, all, drawn: Math.min(all, MOST_LINES) };
}

/** Those who share most statements with a signatory, over the whole corpus, the closest first. */
function closest(node) {
  const shared = new Map();
  for (const { other: statement } of ties[node.id]) {
    for (const id of near[statement.id]) if (id !== node.id) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  const list = [...shared].map(([id, count]) => {
    const either = near[node.id].size + near[id].size - count;
    return { other: nodes[id], shared: count, jaccard: count / either };
  });
  return list.sort((one, other) =>
    other.shared - one.shared || other.jaccard - one.jaccard || one.other.label.localeCompare(other.other.label, "en"),
  );
}

// Find a signatory by any spelling, or a statement by its name or title.

import { plain } from "./text.js";
import { signatories, statements } from "./data.js";

const MOST_RESULTS = 8;

/** Every spelling, as it is compared and as it is shown. */
const spellings = [...signatories, ...statements].map((node) => ({
  node,
  words: [node.label, node.name ?? node.title, node.key, ...(node.aliases ?? [])].map((text) => ({ text, plain: plain(text) })),
}));

/** 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 anywhere, Infinity nowhere. */
function closeness(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Infinity;
}

export function search(text) {
  const wanted = plain(text);
  if (!wanted) return [];
  const hits = [];
  for (const { node, words } of spellings) {
    let best = { rank: Infinity, word: null };
    for (const word of words) {
      const rank = closeness(word.plain, wanted);
      if (rank < best.rank) best = { rank, word };
    }
    if (best.rank < Infinity) hits.push({ node, ...best });
  }
  hits.sort((one, other) => one.rank - other.rank || (one.node.kind === "statement") - (other.node.kind === "statement") || one.node.label.localeCompare(other.node.label, "en"));
  return hits.slice(0, MOST_RESULTS);
}

// Regions: who signed exactly these statements and no other in view.

import { near, statements } from "./data.js";
import { state } from "./state.js";
import { shown } from "./shown.js";

/** One a record of signatures, the largest first; the statements of each by date. */
export function regions() {
  const found = new Map();
  for (const node of shown.signatories) {
    const under = shown.statements.filter((statement) => near[statement.id].has(node.id));
    const key = under.map((statement) => statement.id).join(" ");
    if (!key) continue;
    if (!found.has(key)) found.set(key, { key, under, members: [] });
    found.get(key).members.push(node);
  }
  return [...found.values()].sort((one, other) =>
    other.members.length - one.members.length || one.under.length - other.under.length || one.key.localeCompare(other.key),
  );
}

/** Whether the question asks for exactly this region. */
export function isAsked(region) {
  const signed = new Set(region.under.map((statement) => statement.id));
  return state.asked.size >= shown.statements.length && statements.every((statement) => {
    const choice = state.asked.get(statement.id);
    if (!shown.isShown[statement.id]) return choice === undefined;
    return choice === (signed.has(statement.id) ? "signed" : "without");
  });
}

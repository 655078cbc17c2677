// A question to the statements, and what incomplete lists leave open in its answer.

/** Those named under every statement of `signed` and under none of `without`. */
function matching(signed, without) {
  return signatories.filter(
    (node) =>
      signed.every((statement) => near[statement.id].has(node.id)) &&
      without.every((statement) => !near[statement.id].has(node.id)),
  );
}

/**
 * The least and the most that the unnamed signatories allow.
 *
 * With up to two partial lists under "signed" both bounds are reached by some completion of the
 * lists. With more, they hold but may be wider than need be.
 */
function bounds(signed, without) {
  const partial = signed.filter(isPartial);
  const open = without.filter(isPartial);
  const within = candidates(signed, without, partial);
  const named = within.get("") ?? 0;
  const most = Math.min(
    named + mostAdded(partial, within),
    ...open.map((one) => graph.universe - one.named - unnamed(one)),
  );
  const struck = open.reduce((sum, one) => sum + unnamed(one), 0);
  const least = open.length
    ? Math.max(0, named - struck)
    : named + leastAdded(partial, within);
  return { named, least, most: Math.max(most, least) };
}

/** How many would match, by the partial lists under which they would still have to be. */
function candidates(signed, without, partial) {
  const complete = signed.filter((statement) => !isPartial(statement));
  const counts = new Map();
  const add = (key, number) => counts.set(key, (counts.get(key) ?? 0) + number);
  for (const node of matching(complete, without)) {
    const lacking = partial.filter((statement) => !near[statement.id].has(node.id));
    add(lacking.map((statement) => statement.id).join(" "), 1);
  }
  // The rest of the universe is named nowhere, so nothing but partial lists may be asked of it.
  if (complete.length === 0) {
    add(partial.map((statement) => statement.id).join(" "), graph.universe - signatories.length);
  }
  return counts;
}

/** Fill up those who lack one list first, then two, …: the most matches for the names left. */
function mostAdded(partial, within) {
  const left = new Map(partial.map((statement) => [String(statement.id), unnamed(statement)]));
  const exact = partial.length <= 2;
  let pool = [...left.values()].reduce((sum, number) => sum + number, 0);
  let added = 0;
  const byLack = [...within].filter(([key]) => key !== "").sort(
    (one, other) => one[0].split(" ").length - other[0].split(" ").length,
  );
  for (const [key, number] of byLack) {
    const lacking = key.split(" ");
    const room = exact
      ? Math.min(...lacking.map((id) => left.get(id)))
      : Math.floor(pool / lacking.length);
    const taken = Math.min(number, room);
    added += taken;
    pool -= taken * lacking.length;
    for (const id of lacking) left.set(id, left.get(id) - taken);
  }
  return added;
}

/** Names that find no room but under a match: 0 unless a list is nearly the whole universe. */
function leastAdded(partial, within) {
  if (partial.length === 0 || partial.length > 2) return 0;
  const both = partial.length === 2 ? within.get(partial.map((one) => one.id).join(" ")) ?? 0 : 0;
  const forced = partial.map((statement) => {
    const alone = within.get(String(statement.id)) ?? 0;
    const harmless = graph.universe - statement.named - alone - both;
    return Math.max(0, unnamed(statement) - harmless);
  });
  return Math.max(0, forced.reduce((sum, number) => sum + number, 0) - both);
}

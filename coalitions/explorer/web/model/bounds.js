// A question to the statements, and what incomplete lists leave open in its answer.

import { graph, isPartial, isUnknown, near, signatories, statements, unnamed } from "./data.js";
import { mostPacked } from "./packing.js";

const MOST_PRESSED = 12; // lists with hardly any room for their names: their subsets are gone through

/** Those named under every statement of `signed` and under none of `without`. */
export function matching(signed, without) {
  return signatories.filter(
    (node) =>
      signed.every((statement) => near[statement.id].has(node.id)) &&
      without.every((statement) => !near[statement.id].has(node.id)),
  );
}

/**
 * The least and the most that the unnamed signatories allow: some completion of the lists reaches
 * either, as in the tables of coalitions. Only a search that grows too long, and statements of
 * times when others could sign, stop at bounds that hold and may be wider; `exact` says so.
 */
export function bounds(signed, without) {
  const isKnown = (statement) => !isUnknown(statement);
  if (![...signed, ...without].every(isKnown)) {
    // A list of which nothing is known may be any list: that of nobody, or just that of all who match.
    const { most, exact } = bounds(signed.filter(isKnown), without.filter(isKnown));
    return { named: matching(signed, without).length, least: 0, most, exact };
  }
  const partial = signed.filter(isPartial);
  const open = without.filter(isPartial);
  const { groups, elsewhere } = byLack(signed, without, partial);
  const named = groups.get("")?.number ?? 0;
  const free = partial.map(unnamed);
  const forced = leastAdded(free, groups, elsewhere);
  const filled = mostPacked([...groups.values()].filter(({ lacking }) => lacking.length), free);
  // What is unnamed under a statement not signed strikes out matches, and needs room beside them.
  const struck = open.reduce((sum, one) => sum + unnamed(one), 0);
  const room = Math.min(...open.map((one) => graph.universe - one.named - unnamed(one)));
  return {
    named,
    least: Math.max(0, named + forced.number - struck),
    most: Math.min(named + filled.number, room),
    // Of statements of different times, the page knows how many could sign one, not who could which.
    exact: forced.exact && filled.exact && !(graph.dated && [...signed, ...without].some(isPartial)),
  };
}

/**
 * In how many statements two signatories stand together, and what share that is of those in which
 * either stands: the least and the most that the unnamed allow. Lists are filled up one by one,
 * each as it makes the share least or greatest, so some completion reaches either.
 */
export function pairBounds(one, other) {
  const least = { shared: 0, either: 0 };
  const most = { shared: 0, either: 0 };
  const put = (into, on) => {
    into.shared += on === 2;
    into.either += on > 0;
  };
  for (const statement of statements) {
    const on = [one, other].filter((node) => near[statement.id].has(node.id)).length;
    const missing = unnamed(statement);
    // Those who find no place among the others must be these two.
    const forced = Math.min(2, on + Math.max(0, missing - (graph.universe - statement.named - (2 - on))));
    const could = Math.min(2, on + missing);
    put(least, forced < 2 && could > 0 ? 1 : forced);
    put(most, could === 2 ? 2 : forced);
  }
  return { shared: [least.shared, most.shared], jaccard: [least.shared / least.either, most.shared / most.either] };
}

/**
 * How many could match, by the partial lists under which they would still have to be; and for each
 * partial list how many can be on it without ever matching, for something else bars them.
 */
function byLack(signed, without, partial) {
  const complete = signed.filter((statement) => !isPartial(statement));
  const groups = new Map();
  const elsewhere = partial.map(() => 0);
  const add = (lacking, bars, number) => {
    if (bars) {
      for (const place of lacking) elsewhere[place] += number;
      return;
    }
    const key = lacking.join(" ");
    if (!groups.has(key)) groups.set(key, { lacking, number: 0 });
    groups.get(key).number += number;
  };
  const places = partial.map((_, place) => place);
  for (const { id } of signatories) {
    const bars = complete.some((one) => !near[one.id].has(id)) || without.some((one) => near[one.id].has(id));
    add(places.filter((place) => !near[partial[place].id].has(id)), bars, 1);
  }
  // The rest of the universe is named nowhere.
  add(places, complete.length > 0, graph.universe - signatories.length);
  return { groups, elsewhere };
}

/**
 * Matches that the unnamed force, for want of other room; mostly none.
 *
 * Whoever lacks l lists can be on l - 1 of them without matching. By the theorem of maximal flow
 * and minimal cut the names left over are as many as the worst set S of lists leaves over:
 * max over S of  Σ names of S  -  Σ over groups of  number * min(l - 1, |S ∩ lacking|).
 */
function leastAdded(free, groups, elsewhere) {
  const left = free.map((number, place) => Math.max(0, number - elsewhere[place]));
  const all = left.map((_, place) => place).filter((place) => left[place]);
  const pressed = all.sort((one, other) => left[other] - left[one]).slice(0, MOST_PRESSED);
  let worst = 0;
  for (let chosen = 1; chosen < 2 ** pressed.length; chosen += 1) {
    const set = new Set(pressed.filter((_, place) => chosen & (1 << place)));
    let over = [...set].reduce((sum, place) => sum + left[place], 0);
    for (const { lacking, number } of groups.values()) {
      over -= number * Math.min(Math.max(0, lacking.length - 1), lacking.filter((place) => set.has(place)).length);
    }
    worst = Math.max(worst, over);
  }
  return { number: worst, exact: pressed.length === all.length };
}

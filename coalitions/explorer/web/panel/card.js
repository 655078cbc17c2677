// The card of the chosen state or statement.

import { capital, counted, dayWords, grouped, isLink, sourcesOf } from "../model/text.js";
import {
  edgeOf, graph, hasSides, isPartial, isUnknown, near, nodes, statements, twoMode, unnamed, valuesOf,
  yearOf,
} from "../model/data.js";
import { pairBounds } from "../model/bounds.js";
import { closest } from "../model/cosigning.js";
import { state } from "../model/state.js";
import { shown, viewOf } from "../model/shown.js";
import { presentLevel, tieFacts, tiesWith } from "../model/ties.js";
import {
  amount, byName, furtherTitle, furtherWords, knownWords, ledgerWords, sharedWords, sideInside, sideWord,
  tieWords,
} from "../model/words.js";
import { facts, knownBar, make, markOf, tint } from "../picture/elements.js";
import { select } from "../picture/choose.js";

const CLOSEST = 8;
const AT_ONCE = 60; // of a long list on a card; a button shows the rest
const MOST_SQUARES = 200; // of a signatory over the years: more would be a blot

/** A name that, when pressed, chooses its node. */
export function nameButton(node, text = node.label) {
  const button = make("button", { name: "name", text, attributes: { type: "button" } });
  button.addEventListener("click", () => select(node.id, { reveal: true }));
  return button;
}

/** "source", or "sources 1 2 3": where the list was read. What is no plain address of the web stands as it was written. */
function sourceLinks(text) {
  const all = sourcesOf(text);
  if (all.length === 0) return [];
  const link = (address, words, name) =>
    make("a", {
      text: words,
      attributes: { href: address, rel: "noopener noreferrer", target: "_blank", title: address, "aria-label": name },
    });
  const part = (source, words, name) => (isLink(source) ? link(source, words, name) : make("span", { name: "written", text: source }));
  if (all.length === 1) return [part(all[0], "source", "source")];
  const numbered = all.flatMap((source, place) => [" ", part(source, String(place + 1), `source ${place + 1}`)]);
  return [make("span", { name: "sources", text: "sources" }, ...numbered)];
}

let cardOf = null; // the node whose card is shown
let cardKey = ""; // the card, and what its words depend on

export function showCard() {
  const key = `${state.selected} ${state.ties} ${shown.recorded}`;
  if (cardKey === key) return;
  cardKey = key;
  cardOf = state.selected;
  const card = document.getElementById("card");
  const node = cardOf === null ? null : nodes[cardOf];
  card.hidden = node === null;
  if (node === null) return card.replaceChildren();
  const close = make("button", { name: "close", text: "×", attributes: { type: "button", "aria-label": "Close the card" } });
  close.addEventListener("click", () => select(null));
  const title = make("h2", {
    text: node.kind === "statement" ? node.label : node.name,
    attributes: { id: "card-title", "aria-live": "polite" },
  });
  const head = make("div", { name: "card-head" }, markOf(node), title, close);
  card.replaceChildren(head, ...(node.kind === "statement" ? statementCard(node) : signatoryCard(node)));
  card.scrollTop = 0;
}

/** A list; of a long one its beginning, and a button that shows the rest. */
function longList(all, itemOf, { name = "plain", atOnce = AT_ONCE } = {}) {
  const list = make("ul", { name }, ...all.slice(0, atOnce).map(itemOf));
  if (all.length <= atOnce) return [list];
  const more = make("button", { name: "more", text: `Show all ${grouped(all.length)}`, attributes: { type: "button" } });
  more.addEventListener("click", () => {
    const rest = all.slice(atOnce).map(itemOf);
    list.append(...rest);
    more.remove();
    rest[0].querySelector("button").focus();
  });
  return [list, more];
}

/** On paper nothing is shown later. */
export function completeCard() {
  for (const more of document.querySelectorAll("#card .more")) more.click();
}

/** What somebody has computed, or has written into columns of their own. */
function furtherFacts(node) {
  return node.more ? [facts([furtherWords(node)])] : [];
}

function signatoryCard(node) {
  const here = viewOf(node).side !== node.side ? `${sideInside(viewOf(node).side)} in view` : "";
  const side = here ? `${sideWord(node.side)} over all statements` : sideWord(node.side);
  const parts = [facts([node.apart ? "" : node.group, side, here, twoMode ? "" : `named under ${counted(node.count, "statement")}`]), ...furtherFacts(node)];
  if (!twoMode) return [...parts, ...neighbourList(node, "Signs most often with")];
  const signed = statements.filter((statement) => near[statement.id].has(node.id));
  const absent = statements.filter((statement) => !near[statement.id].has(node.id));
  parts.push(make("h3", { text: statements.length === 1
    ? (signed.length ? "Named under the one statement" : "Not named under the one statement")
    : `Named under ${signed.length} of ${shown.records.size ? "all " : ""}${counted(statements.length, "statement")}` }));
  parts.push(...longList(signed, (statement) => signedItem(node, statement)));
  parts.push(...sideOverTime(signed), ...significantList(node), ...closestList(node));
  const partial = absent.filter((statement) => isPartial(statement) && !isUnknown(statement));
  if (partial.length) {
    parts.push(make("h3", { text: "Not named in the known part of the list" }));
    parts.push(...longList(partial, (one) => absentItem(one, knownWords(one))));
  }
  const unknown = absent.filter(isUnknown);
  if (unknown.length) {
    parts.push(make("h3", { text: "Not known: neither a name nor a number" }));
    parts.push(...longList(unknown, (one) => absentItem(one, "")));
  }
  const refused = absent.filter((statement) => !isPartial(statement));
  if (refused.length) {
    parts.push(make("h3", { text: "Did not sign" }));
    parts.push(...longList(refused, (one) => absentItem(one, "")));
  }
  return parts;
}

/** One square for each statement signed, year by year: the side taken over time. */
function sideOverTime(signed) {
  const dated = valuesOf(signed, yearOf);
  if (dated.size === 0) return [];
  const times = [...dated.keys(), ...(signed.every(yearOf) ? [] : [""])]; // the last those of which no date is known
  const items = times.map((year) => {
    const list = signed.filter((statement) => yearOf(statement) === year);
    const squares = (signed.length > MOST_SQUARES ? [] : list).map((statement) => tint(make("span", { name: "cell", attributes: { "aria-hidden": "true" } }), statement));
    const words = [...valuesOf(list, (one) => one.side)].map(([side, count]) => `${sideInside(side)} ${count}`);
    const open = list.filter((one) => !one.side).length;
    if (open) words.push(hasSides ? `no stance recorded ${open}` : counted(open, "statement"));
    return make("li", {}, make("span", { text: year || "No date" }), make("span", { name: "cells" }, ...squares), make("span", { name: "facts", text: words.join(", ") }));
  });
  return [make("h3", { text: hasSides ? "Side taken over time" : "Named under, by year" }), make("ul", { name: "plain over-time" }, ...items)];
}

function closestList(node) {
  const all = closest(node);
  if (all.length === 0) return [];
  const items = all.slice(0, CLOSEST).map(({ other }) => {
    const { shared, jaccard } = pairBounds(node, other);
    return make("li", {}, markOf(other), make("div", {}, nameButton(other), make("span", { name: "facts", text: sharedWords(shared, jaccard) })));
  });
  const alike = all.filter((one) => one.shared === all[0].shared).length;
  const heading = `Closest co-signers${shown.records.size ? " over all statements" : ""}${alike > CLOSEST ? `, ${CLOSEST} of ${grouped(alike)} that share ${all[0].shared}${byName()}` : ""}`;
  return [make("h3", { text: heading }), make("ul", { name: "plain closest" }, ...items)];
}

/** With whom it shares more, or fewer, than the null model says. */
function significantList(node) {
  const level = presentLevel();
  if (level === null) return [];
  const all = tiesWith(node);
  const heading = make("h3", { text: `${counted(all.length, "significant tie")}, p ≤ ${level.alpha}` });
  return [heading, ...longList(all, (tie) => make("li", {}, markOf(tie.with), make("div", {}, nameButton(tie.with), make("span", { name: "facts", text: tieFacts(tie) }))), { name: "plain closest", atOnce: CLOSEST })];
}

function signedItem(node, statement) {
  const edge = edgeOf(statement, node);
  const words = [dayWords(statement.date), statement.group, edge.role === "lead" ? "lead" : "signatory", furtherWords(edge)];
  const line = make("span", { name: "facts", text: words.filter(Boolean).join(" · ") });
  for (const part of sourceLinks(statement.source_url)) line.append(" · ", part);
  return make("li", {}, markOf(statement), make("div", {}, nameButton(statement), line));
}

function absentItem(statement, words) {
  const line = make("span", { name: "facts", text: [dayWords(statement.date), statement.group, words].filter(Boolean).join(" · ") });
  return make("li", {}, markOf(statement), make("div", {}, nameButton(statement), line));
}

function statementCard(node) {
  const parts = [
    facts([furtherTitle(node)]),
    facts([dayWords(node.date), node.group, node.about && `about ${node.about}`, sideWord(node.side)]),
    ...furtherFacts(node),
    make("p", { name: "known" }, knownBar(node), make("span", { text: ledgerWords(node) })),
  ];
  const missing = unnamed(node);
  if (missing) {
    parts.push(make("p", { name: "note", text: `${grouped(missing)} of the ${grouped(node.declared)} ${missing === 1 ? "is" : "are"} not named in any source read. Who is missing here may still have signed.` }));
  }
  const links = sourceLinks(node.source_url);
  if (isUnknown(node)) {
    parts.push(make("p", { name: "note", text: "No source read names anybody or says how many signed: anybody may have." }));
  }
  if (links.length) parts.push(make("p", { name: "facts", text: "Read in " }, ...links));
  if (node.notes) parts.push(make("details", { name: "notes" }, make("summary", { text: "Notes" }), make("p", { name: "note", text: node.notes })));
  if (!twoMode) return [...parts, ...neighbourList(node, "Shares most signatories with")];
  return [...parts, ...signatoryList(node)];
}

/** A node's neighbours, each with what is to be said of the tie. */
function tiesOf(node) {
  return Array.from(near[node.id], (id) => ({ other: nodes[id], edge: edgeOf(node, nodes[id]) }));
}

function signatoryList(node) {
  const named = tiesOf(node).sort((one, other) =>
    (other.edge.role === "lead") - (one.edge.role === "lead") || one.other.label.localeCompare(other.other.label, "en"),
  );
  const itemOf = ({ edge, other }) => {
    const item = make("li", {}, markOf(other), nameButton(other));
    if (edge.role === "lead") item.append(make("span", { name: "facts", text: "lead" }));
    return item;
  };
  const who = named.some((tie) => tie.other.apart) ? amount(named.map((tie) => tie.other)) : counted(named.length, ...graph.noun);
  return [make("h3", { text: `${named.length ? capital(who) : "Nobody"} named` }), ...longList(named, itemOf, { name: "names", atOnce: 4 * AT_ONCE })];
}

/** In a projection: the strongest ties, with what incomplete lists allow. */
function neighbourList(node, heading) {
  const strongest = tiesOf(node).sort((one, other) => other.edge.shared - one.edge.shared || one.other.label.localeCompare(other.other.label, "en"));
  if (strongest.length === 0) return [make("p", { name: "note", text: "No other mark here shares a name with this one." })];
  const items = strongest.slice(0, 20).map(({ edge, other }) => {
    return make("li", {}, markOf(other), make("div", {}, nameButton(other), make("span", { name: "facts", text: tieWords(edge, node, other) })));
  });
  return [make("h3", { text: heading }), make("ul", { name: "plain" }, ...items)];
}

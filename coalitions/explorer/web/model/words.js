// The page's sentences.

import { capital, counted, decimals, grouped, joined, span } from "./text.js";
import {
  colouring, counts, graph, hasOthers, hasSides, isDeclared, isPartial, isUnknown,
  signatories, statements, twoMode, unnamed,
} from "./data.js";
import { bounds } from "./bounds.js";
import { groups, presentView, state } from "./state.js";
import { shown } from "./shown.js";

const SPELT_OUT = 4; // more statements in a sentence are counted

/** Nothing is said of sides where nobody recorded any. */
export function sideWord(side) {
  return capital(sideInside(side));
}

/** The same within a sentence: a side keeps the letters that it is written in. */
export function sideInside(side) {
  if (!hasSides) return "";
  return graph.sides[side || "neither"] ?? side;
}

/** Whatever colours cannot tell apart has one key. */
export function keyWord(value) {
  if (colouring.by === "side") return sideWord(value);
  if (colouring.by === "part") return partWord(value);
  if (colouring.by === "community") return graph.communities.colours[value] ? `Community ${value}` : "Other communities or none";
  const what = signatories.length ? groupWord().toLowerCase() : "topic";
  const named = colouring.keyOf.get(value).values.filter(Boolean);
  if (named.length === 0) return `No ${what}`;
  const words = named.length === 1 ? named[0] : `Other (${counted(named.length, what)})`;
  return value ? words : `${words} or none`;
}

/** On which of two lists: "Both", "Cuba only". */
export function partWord(value) {
  return value === "both" ? "Both" : `${statements[value === "first" ? 0 : 1].label} only`;
}

const UN_GROUPS = ["African", "Asia-Pacific", "Eastern European", "Latin American and Caribbean", "Western European and others"];

/** The groups of the United Nations are regional; what others are, nobody said. */
export function groupWord() {
  return groups.size && [...groups.keys()].every((group) => UN_GROUPS.includes(group)) ? "Regional group" : "Group";
}

/** "195 states": those who could have signed. Who is no state is not among them. */
function everybody() {
  return counted(counts.universe, ...graph.noun);
}

export const NAMED_APART = 2; // as many who are no states are named in a sentence; more are counted

/** "the European Union", "3 others": who is named beside those that are counted. */
function othersOf(list, alone) {
  const others = list.filter((node) => node.apart);
  if (others.length <= NAMED_APART) return others.map((node) => node.apart);
  return [alone ? counted(others.length, "signatory", "signatories") : `${grouped(others.length)} others`];
}

/** "4 states", "1 state and the European Union", "no state". */
export function amount(list) {
  const number = list.filter((node) => !node.apart).length;
  const found = number || list.length === 0 ? [number ? counted(number, ...graph.noun) : `no ${graph.noun[0]}`] : [];
  return joined([...found, ...othersOf(list, !number)]);
}

/** "4 of 195 states and the European Union". */
function amountOfAll(list, more = 0) {
  const number = list.filter((node) => !node.apart).length + more;
  if (number === 0 && list.length) return joined(othersOf(list, true));
  return joined([ofAllWords(number), ...othersOf(list, false)]);
}

/** "4 of 195 states"; where nobody else is known who could have signed, nothing is said of such. */
function ofAllWords(number) {
  if (hasOthers) return `${grouped(number)} of ${everybody()}`;
  if (number === counts.named || counts.named === 1) return counted(number, ...graph.noun);
  return `${grouped(number)} of the ${counted(counts.named, ...graph.noun)} named here`;
}

/** What is shared by name is the least that is shared, where a list lacks names. */
export function byName() {
  return statements.some(isPartial) ? " by name" : "";
}

function isOrAre(list) {
  return list.length === 1 ? "is" : "are";
}

/** The title of a statement, where its name says something else. */
export function furtherTitle(statement) {
  return statement.title === statement.label ? "" : statement.title;
}

/** "25 of 55 names known", and what to say where a number is lacking. */
export function knownWords(statement) {
  if (isUnknown(statement)) return "neither a name nor a number known";
  if (!isDeclared(statement)) return `${counted(statement.named, "name")}, no number declared`;
  if (statement.named > statement.declared) {
    return `${grouped(statement.named)} named, though ${grouped(statement.declared)} were declared`;
  }
  return `${grouped(statement.named)} of ${counted(statement.declared, "name")} known`;
}

export function notSignedWords(statement) {
  if (isUnknown(statement)) return "list not known";
  return isPartial(statement) ? "not named in the known part of the list" : "did not sign";
}

/** The answer: what was asked, how many are named, and what the partial lists leave open. */
export function answerSentences(signed, without, found) {
  if (!twoMode) return [standingWords()];
  if (signed.length + without.length === 0) {
    const under = statements.length === 1 ? "the one statement" : `at least one of ${counted(statements.length, "statement")}`;
    return [`${capital(amountOfAll(signatories))} ${isOrAre(signatories)} named under ${under}. ` +
      `Choose “signed” or “did not sign” to ask for some of them.`];
  }
  const sentences = signed.length ? [signedWords(signed, without, found)] : [absentWords(without, found)];
  const partial = [...signed, ...without].filter(isPartial);
  if (partial.length) sentences.push(partialWords(signed, without, partial));
  return sentences;
}

function signedWords(signed, without, found) {
  const partial = signed.some(isPartial);
  const verb = partial ? `${isOrAre(found)} named under` : "signed";
  const but = without.length ? `${signed.length > 1 ? "," : ""} and ${withoutWords(without, found.length)}` : "";
  return `${capital(amountOfAll(found))} ${verb} ${allOf(signed)}${but}.${onlyWords(signed, without, found)}`;
}

/** How many of those found no further statement names; where all others are excluded that goes without saying. */
function onlyWords(signed, without, found) {
  const only = found.filter((node) => node.count === signed.length).length;
  if (only === 0 || signed.length + without.length >= statements.length || without.length > SPELT_OUT) return "";
  if (found.length === 1) return " No other statement here has this name.";
  if (only === found.length) return " No other statement here names any of them.";
  return ` ${grouped(only)} of them ${only === 1 ? "is" : "are"} named under no other statement here.`;
}

function absentWords(without, found) {
  const nowhere = hasOthers ? counts.universe - counts.named : 0;
  const rest = nowhere > 0 ? ` and ${grouped(nowhere)} that no statement here names` : "";
  if (!found.length && !nowhere) return `Nobody who is named here ${withoutWords(without, 1)}.`;
  const words = `${capital(amountOfAll(found, nowhere))} ${withoutWords(without, found.length + nowhere)}`;
  if (graph.assumed) return `${words}; who else could have signed is not known.`;
  const parts = found.length ? `: ${grouped(found.length)} that other statements name, listed below,${rest}` : `: no statement here names them`;
  return `${words}${parts}.`.replace(",.", ".");
}

/** "did not sign …", of so many. */
function withoutWords(without, number) {
  const are = number === 1 ? "is" : "are";
  if (without.length > SPELT_OUT) return `${are} named under none of ${manyWords(without)}`;
  const complete = without.filter((statement) => !isPartial(statement));
  const partial = without.filter((statement) => isPartial(statement) && !isUnknown(statement));
  const unknown = without.filter(isUnknown);
  const parts = [];
  if (complete.length) parts.push(`did not sign ${joined(complete.map(quoted), "or")}`);
  if (partial.length) {
    parts.push(`${are} not named in the known part of the list of ${joined(partial.map(quoted), "or")}`);
  }
  if (unknown.length) parts.push(`may or may not have signed ${joined(unknown.map(quoted), "or")}`);
  return joined(parts);
}

function manyWords(without) {
  return state.asked.size >= shown.statements.length ? `the other ${without.length} statements in view` : `${without.length} other statements`;
}

function partialWords(signed, without, partial) {
  const lists = joined(partial.map((one) => `${quoted(one)} (${knownWords(one)})`));
  const several = partial.length > SPELT_OUT ? `${partial.length} of these lists are partial` : `The lists of ${lists} are partial`;
  const one = isUnknown(partial[0]) ? `Nothing is known of the list of ${quoted(partial[0])}` : `The list of ${lists} is partial`;
  const opening = partial.length === 1 ? one : several;
  // How many did not sign is known only where it is known who could have.
  const number = graph.assumed && !signed.length ? "" : `with the unnamed, the number is ${boundsWords(bounds(signed, without))}; `;
  return `${opening}: ${number}absence from a partial list is not a refusal.`;
}

function boundsWords({ least, most, exact }) {
  if (!exact) return `at least ${grouped(least)} and at most ${grouped(most)} (the exact bounds may lie closer)`;
  return least === most ? grouped(least) : `between ${grouped(least)} and ${grouped(most)}`;
}

function standingWords() {
  if (signatories.length) return `${capital(amountOfAll(signatories))} ${isOrAre(signatories)} named under the statements.`;
  return `${counted(statements.length, "statement")}; a line joins two that share a signatory.`;
}

function quoted(statement) {
  return `“${statement.label}”`;
}

function allOf(list) {
  if (list.length === 1) return quoted(list[0]);
  if (list.length > SPELT_OUT) return `all ${list.length} chosen statements`;
  return `${list.length === 2 ? "both" : `all ${list.length}`}: ${joined(list.map(quoted))}`;
}

export function circleWord() {
  const who = signatories.some((node) => node.apart) ? `${graph.noun[0]} or other signatory` : graph.noun[0];
  if (signatories.every((node) => node.count === signatories[0].count)) return who;
  return `${who}, larger the more often named${shown.records.size ? ", in view or not" : ""}`;
}

/** What the number in a square is. */
export function numberWord() {
  const declared = statements.filter(isDeclared).length;
  if (declared === 0) return "number named";
  return declared === statements.length ? "declared number" : "declared number, else named";
}

/** What the filters leave, for the title of a picture; nothing where none is set. */
export function filterParts() {
  return [
    state.group && `${groupWord().toLowerCase()} ${state.group}`,
    state.event && `event ${state.event}`,
    state.year && `year ${state.year}`,
    state.hidden.size && `without ${joined([...state.hidden].map(keyWord))}`,
  ].filter(Boolean);
}

/** What the filters say, as a sentence. */
export function filterWords() {
  const parts = [...filterParts(), presentView().words.filter()].filter(Boolean);
  return parts.length ? `In view: ${parts.join(", ")}.` : "";
}

/** The line of the ledger: declared, named, unnamed, and what that makes the list. */
export function ledgerWords(node) {
  if (isUnknown(node)) return "neither a name nor a number known";
  if (!isDeclared(node)) return `${grouped(node.named)} named, no number declared`;
  const status = !node.named && node.declared ? "count only" : node.named < node.declared ? "partial" : node.named > node.declared ? "more named than declared" : "complete";
  return `${grouped(node.declared)} declared, ${grouped(node.named)} named, ${grouped(unnamed(node))} unnamed: ${status}`;
}

/** Of two statements the sizes are known, declared or counted; of two signatories this graph has only what names say. */
export function tieWords(edge, one, other) {
  return [overlapWords(edge, one, other), furtherWords(edge)].filter(Boolean).join(" · ");
}

function overlapWords(edge, one, other) {
  if (edge.shared_min === undefined) return `${edge.shared} shared by name${edge.jaccard === undefined ? "" : ` · Jaccard of the names ${decimals(edge.jaccard)}`}`;
  const sizes = one.named + unnamed(one) + other.named + unnamed(other);
  const shared = [edge.shared_min, edge.shared_max];
  return sharedWords(shared, shared.map((number) => number / (sizes - number)));
}

export function sharedWords(shared, jaccard) {
  return `${span(...shared)} shared · Jaccard ${span(...jaccard.map(decimals))}`;
}

/** "community 2 · share 0.3333": what else the graph says of a node or an edge. */
export function furtherWords({ more = {} }) {
  return Object.entries(more).map(([name, value]) => `${name} ${shortly(value)}`).join(" · ");
}

function shortly(value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

// The graph as it came, and what can be read off it.

import { eachSigned, Near } from "./near.js";
import { grouped } from "./text.js";

export const corpus = JSON.parse(document.getElementById("coalitions-data").textContent);
export const graph = corpus.graph;
export const nodes = corpus.nodes;
/** The edges of which something is to be said; of two statements or two signatories, all. */
export const edges = corpus.edges;
// What is the same nearly everywhere is not repeated in the file.
for (const [place, node] of nodes.entries()) {
  node.dark = graph.dark[node.colour];
  node.id = place;
  node.lines ??= [node.label];
  node.group ??= "";
  node.side ??= "";
  if (node.kind !== "statement") node.name ??= node.label;
  if (node.kind === "statement") for (const name of ["title", "event", "source_url", "notes"]) node[name] ??= "";
}
for (const edge of edges) edge.shared ??= 1;

export const statements = nodes
  .filter((node) => node.kind === "statement")
  .sort((one, other) => one.date.localeCompare(other.date) || one.id - other.id);
export const signatories = nodes.filter((node) => node.kind !== "statement");
export const twoMode = statements.length > 0 && signatories.length > 0;
export const byKey = new Map(nodes.map((node) => [node.key, node]));

/** Who could have signed: those that are counted, and those of whom it is said beside. */
export const counts = { universe: graph.universe - graph.apart, named: signatories.filter((node) => !node.apart).length };

/** Whether others could have signed, as somebody said: else no number is a share of them. */
export const hasOthers = !graph.assumed && counts.universe > counts.named;

/** For each node its neighbours: of a statement, who is named under it. */
export const near = nearOf();

function nearOf() {
  const lists = nodes.map(() => []);
  const join = (one, other) => {
    lists[one].push(other);
    lists[other].push(one);
  };
  const isRead = graph.signed !== undefined; // then the edges are among those that it holds
  if (isRead) eachSigned(graph.signed, nodes.filter((node) => node.kind === "statement"), signatories, (one, other) => join(one.id, other.id));
  else for (const { from, to } of edges) join(from, to);
  return lists.map((list) => new Near(list));
}

const USUAL = { shared: 1 };
const further = new Map(edges.flatMap((edge) => [[`${edge.from} ${edge.to}`, edge], [`${edge.to} ${edge.from}`, edge]]));

/** What is to be said of an edge, beyond that it is there. */
export function edgeOf(one, other) {
  return further.get(`${one.id} ${other.id}`) ?? USUAL;
}

/** The sides in order, then those on more than one, and "" where no stance is recorded. */
const SIDES = Object.keys(graph.sides).map((side) => (side === "neither" ? "" : side));
/** What the side of a signatory is called who is on more than one: "both" of two that are opposed. */
export const MORE = "several" in graph.sides ? "several" : "both";
/** From top to bottom, as in print: between two sides those on both, else below them. */
export const sidesDown = SIDES.length === 4 ? [SIDES[0], MORE, SIDES[1], ""] : SIDES;
export const hasSides = nodes.some((node) => node.side);

/** Of two statements of one side: whether a signatory is on both, or on one alone. */
const PARTS = ["first", "both", "second"];
if (twoMode && statements.length === 2 && statements[0].side === statements[1].side) {
  const [first, second] = statements.map(({ id }) => near[id]);
  for (const node of signatories) node.part = first.has(node.id) ? (second.has(node.id) ? "both" : "first") : "second";
}

/** Colour stands for the side, for the list or for the group, whichever tells the signatories' colours apart. */
export const usualColouring = ["side", "part"].find(oneColourEach) ?? "group";

/** What a reader may have colour stand for, what the page was asked for first. */
export const COLOURINGS = graph.communities?.colours ? ["community", usualColouring] : [usualColouring];
const usualLooks = nodes.map(({ colour, dark }) => ({ colour, dark }));
for (const node of nodes) node.community = String(node.more?.community ?? "");

/** What colour stands for at present: the field `by` of a node; its keys in reading order, and by the value of that field. */
export const colouring = { by: "", keys: [], keyOf: new Map() };
colourAs(COLOURINGS[0]);

/** Give all nodes the colours that stand for something else. */
export function colourAs(by) {
  if (colouring.by === by) return;
  for (const node of nodes) Object.assign(node, by === "community" ? communityLook(node) : usualLooks[node.id]);
  const keys = colourKeys(by);
  Object.assign(colouring, { by, keys, keyOf: new Map(keys.flatMap((key) => key.values.map((value) => [value, key]))) });
}

/** Who is alone in a community, or in none, has the colour of the rest. */
function communityLook({ community }) {
  const [colour, dark] = graph.communities.colours[community] ?? graph.communities.rest;
  return { colour, dark };
}

function oneColourEach(field) {
  const seen = new Map();
  const counted = signatories.length ? signatories : statements;
  return counted.every((node) => {
    if (!seen.has(node[field])) seen.set(node[field], node.colour);
    return seen.get(node[field]) === node.colour;
  });
}

/** What colour stands for, in reading order, with colours and numbers: the groups that share a colour have one key, the last. */
function colourKeys(by) {
  const keys = new Map();
  const isShared = by === "group" || by === "community";
  for (const node of signatories.length ? signatories : statements) {
    const [value, { colour, dark }] = [node[by], node];
    const name = isShared ? colour : value;
    if (!keys.has(name)) keys.set(name, { values: new Set(), colour, dark, count: 0 });
    keys.get(name).values.add(value);
    keys.get(name).count += 1;
  }
  const rank = ({ value, values }) => {
    if (!isShared) return (by === "side" ? SIDES : PARTS).indexOf(value);
    return value === "" || values.length > 1 ? 1 : 0;
  };
  return [...keys.values()]
    .map((key) => ({ ...key, values: [...key.values].sort() }))
    .map((key) => ({ value: key.values[0], ...key })) // "" before any group: what the address calls the key
    .sort((one, other) => rank(one) - rank(other) || one.value.localeCompare(other.value));
}

/** The different values that some nodes have, with how many have each; none for "". */
export function valuesOf(list, valueOf) {
  const counts = new Map();
  for (const node of list) {
    const value = valueOf(node);
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export function yearOf(statement) {
  return /^\d{4}/.exec(statement.date)?.[0] ?? "";
}

export function isDeclared(statement) {
  return statement.declared !== undefined;
}

/** Whether neither a name nor a number is known: such a list is not empty, anybody may be on it. */
export function isUnknown(statement) {
  return statement.count === undefined && !isDeclared(statement) && statement.named === 0;
}

/** How many names of a statement are missing; a list without a declared number is taken as it is. */
export function unnamed(statement) {
  return Math.max(0, (statement.declared ?? 0) - statement.named);
}

/** The part of a list that is known, from 0 to 1. */
export function knownShare(statement) {
  return isPartial(statement) ? statement.named / Math.max(statement.declared ?? 0, 1) : 1;
}

export function isPartial(statement) {
  return unnamed(statement) > 0 || isUnknown(statement);
}

/** The number in a statement's square: declared, else named; a question mark where nobody knows. */
export function numberOf(statement) {
  return isUnknown(statement) ? "?" : grouped(statement.count);
}

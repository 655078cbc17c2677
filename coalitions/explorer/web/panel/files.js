// Files to take away. Each is made here, in the browser; nothing is asked of anybody.

import { COLOURINGS, graph, near, nodes } from "../model/data.js";
import { presentView, state } from "../model/state.js";
import { shown, takenAway, viewOf } from "../model/shown.js";
import { filterWords } from "../model/words.js";
import { make } from "../picture/elements.js";
import { short, xml } from "../picture/svg.js";
import { savedPlace } from "../picture/stage.js";
import { pictureTitle, pngPicture, svgPicture } from "../picture/picture.js";

/** A cell that a spreadsheet would take for a formula is made text. */
function csvCell(value) {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLines(lines) {
  return lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/** Communities are in the files of a page that has them. */
const COMMUNITY = COLOURINGS.length > 1 ? ["community"] : [];

/** The table of matching signatories. */
function csvTable() {
  const head = ["signatory", "name", "group", "side", "count", "statements", ...COMMUNITY];
  const lines = shown.rows.map((node) => {
    const under = shown.statements.filter((statement) => near[statement.id].has(node.id));
    return [node.key, node.name, node.group, viewOf(node).side, viewOf(node).count, under.map((one) => one.key).join(";"), ...COMMUNITY.map((name) => node[name])];
  });
  return csvLines([head, ...lines]);
}

/** The nodes in question and where they stand; y upwards, as in the tables of coalitions. */
function csvNodes() {
  const head = ["id", "label", "kind", "group", "side", "count", "x", "y"];
  const lines = takenAway().map((node) => {
    const { x, y } = savedPlace(node);
    return [node.key, node.label, node.kind, node.group, viewOf(node).side ?? node.side, viewOf(node).count ?? "", Math.round(x * 100) / 100, Math.round(-y * 100) / 100 + 0];
  });
  return csvLines([head, ...lines]);
}

const GEXF_COLUMNS = { kind: "string", name: "string", group: "string", side: "string", count: "integer", date: "string", declared: "integer", named: "integer", ...Object.fromEntries(COMMUNITY.map((name) => [name, "integer"])) };
const TIE_COLUMNS = { expected: "double", p_adjusted: "double", sign: "integer" };

function attributeColumns(what, columns) {
  const each = Object.entries(columns).map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`);
  return `<attributes class="${what}" mode="static">${each.join("")}</attributes>`;
}

function attributeValues(one, columns) {
  const values = Object.keys(columns)
    .filter((name) => one[name] !== undefined && one[name] !== "")
    .map((name) => `<attvalue for="${name}" value="${xml(one[name])}"/>`);
  return `<attvalues>${values.join("")}</attvalues>`;
}

function gexfNode(all) {
  const node = { ...all, ...viewOf(all) };
  const { x, y } = savedPlace(node);
  const [red, green, blue] = [1, 3, 5].map((place) => parseInt(node.colour.slice(place, place + 2), 16));
  return `<node id="${xml(node.key)}" label="${xml(node.label)}">${attributeValues(node, GEXF_COLUMNS)}` +
    `<viz:color r="${red}" g="${green}" b="${blue}"/><viz:position x="${short(x)}" y="${short(-y)}" z="0"/><viz:size value="${short(node.size / 2)}"/></node>`;
}

/** The graph in question for Gephi, in the view's places. */
function gexf() {
  const taken = takenAway();
  const ids = new Set(taken.map((node) => node.id));
  const all = presentView().ties.pairs();
  const lines = all
    .filter(([one, other]) => ids.has(one) && ids.has(other))
    .map(([one, other, shared, told]) =>
      `<edge id="${xml(nodes[one].key)}--${xml(nodes[other].key)}" source="${xml(nodes[one].key)}" target="${xml(nodes[other].key)}" weight="${shared}"${told ? `>${attributeValues(told, TIE_COLUMNS)}</edge>` : "/>"}`);
  const words = [pictureTitle(), graph.method, graph.completeness, filterWords(), graph.source && `Source: ${graph.source}.`].filter(Boolean).join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>coalitions</creator><description>${xml(words)}</description></meta>
  <graph defaultedgetype="undirected" mode="static">
    ${attributeColumns("node", GEXF_COLUMNS)}${all[0]?.[3] ? attributeColumns("edge", TIE_COLUMNS) : ""}
    <nodes>
${taken.map(gexfNode).join("\n")}
    </nodes>
    <edges>
${lines.join("\n")}
    </edges>
  </graph>
</gexf>
`;
}

async function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([await content], { type }));
  const link = make("a", { attributes: { href: address, download: name } });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export const FILES = {
  csv: () => download("signatories.csv", "text/csv;charset=utf-8", csvTable()),
  png: () => download(`coalitions-${state.view}.png`, "image/png", pngPicture()),
  svg: () => download(`coalitions-${state.view}.svg`, "image/svg+xml", svgPicture()),
  gexf: () => download(`coalitions-${state.view}.gexf`, "application/gexf+xml", gexf()),
  nodes: () => download("nodes.csv", "text/csv;charset=utf-8", csvNodes()),
};

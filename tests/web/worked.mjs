// Two statements, by hand. Five could sign: x, y, z and two that nobody names.
//
//        x  y  z   declared
//   a    ●  ●          3      one name is missing
//   b       ●  ●       2      complete

const looks = { support: "#27A2BE", critical: "#88633B", both: "#7A0B70" };

function statement(id, key, date, side, declared) {
  const record = { id, key, kind: "statement", label: key.toUpperCase(), title: "", lines: [key], group: "", event: "e" };
  return { ...record, date, side, named: 2, declared, count: declared, colour: looks[side], x: id, y: 0, size: 9 };
}

function signatory(id, key, side, count) {
  const record = { id, key, kind: "signatory", label: key.toUpperCase(), name: key.toUpperCase(), lines: [key] };
  return { ...record, group: "", side, count, colour: looks[side], x: id, y: 1, size: 5, cosigning: [0, id] };
}

export const records = {
  graph: {
    kind: "two-mode", universe: 5, apart: 0, noun: ["state", "states"], dark: {}, tiles: [],
    sides: { support: "support", critical: "critical", both: "both", neither: "neither" },
  },
  nodes: [
    statement(0, "a", "2020-01-01", "support", 3),
    statement(1, "b", "2021-01-01", "critical", 2),
    signatory(2, "x", "support", 1),
    signatory(3, "y", "both", 2),
    signatory(4, "z", "critical", 1),
  ],
  edges: [[0, 2], [0, 3], [1, 3], [1, 4]].map(([from, to]) => ({ from, to })),
};

// All that the model knows of a page: the text of one element.
globalThis.document = { getElementById: () => ({ textContent: JSON.stringify(records) }) };

/** A module of the page; it reads the records above when it is first loaded. */
export function page(path) {
  return import(new URL(`../../coalitions/explorer/web/${path}`, import.meta.url));
}

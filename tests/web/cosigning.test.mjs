import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./worked.mjs";

const { alike, closest, cosigningLines, tallyOf, usualThreshold } = await page("model/cosigning.js");
const { nodes, statements } = await page("model/data.js");
const [, , x, y, z] = nodes;

test("x and y share a, y and z share b, x and z nothing", () => {
  assert.deepEqual(tallyOf(alike(statements)), [0, 2]);
  const lines = cosigningLines(statements, 1, nodes.map(() => 1));
  assert.deepEqual(lines, { bundles: [{ shared: 1, pairs: [x.id, y.id, y.id, z.id] }], all: 2, drawn: 2, from: 1 });
});

test("who is out of view has no line, nor has who shares too little", () => {
  assert.equal(cosigningLines(statements, 1, nodes.map((node) => Number(node !== z))).all, 1);
  assert.deepEqual(cosigningLines(statements, 2, nodes.map(() => 1)).bundles, []);
});

test("as many are asked for as leave a picture that can be read", () => {
  assert.equal(usualThreshold([0, 2]), 1);
  assert.equal(usualThreshold([0, 500, 400, 300]), 2);
  assert.equal(usualThreshold([0, 90_000, 2_000, 300]), 3);
});

test("closest is who shares most, and then who has least beside", () => {
  assert.deepEqual(closest(y).map(({ other, shared, jaccard }) => [other, shared, jaccard]), [[x, 1, 1 / 2], [z, 1, 1 / 2]]);
  assert.deepEqual(closest(x).map(({ other }) => other), [y]);
});

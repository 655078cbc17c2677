// Reads GEXF files with graphology-gexf, which Gephi Lite uses, and prints what it found as JSON.
// Usage: node read_gexf.mjs FILE...
import { readFileSync } from "node:fs";
import graphology from "graphology";
import gexf from "graphology-gexf";

const read = (path) => {
  const graph = gexf.parse(graphology, readFileSync(path, "utf8"));
  return {
    path,
    meta: graph.getAttributes(),
    type: graph.type,
    multi: graph.multi,
    nodes: graph.mapNodes((id, attributes) => ({ id, attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, attributes })),
  };
};

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)) + "\n");

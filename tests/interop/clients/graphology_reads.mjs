// node graphology_reads.mjs MODULES GRAPHML GEXF
//
// Reads both files with graphology and prints each graph's nodes and edges as JSON.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, graphml, gexf] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { MultiDirectedGraph } = require("graphology");

function told(graph) {
  return {
    directed: graph.type,
    nodes: graph.mapNodes((id, data) => ({ id, data })),
    edges: graph.mapEdges((id, data, source, target) => ({ id, source, target, data })),
  };
}

const read = {
  graphml: told(require("graphology-graphml").parse(MultiDirectedGraph, readFileSync(graphml, "utf8"))),
  gexf: told(require("graphology-gexf").parse(MultiDirectedGraph, readFileSync(gexf, "utf8"))),
};
process.stdout.write(JSON.stringify(read));

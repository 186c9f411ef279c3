// node d3_reads.mjs MODULES FILE
//
// Gives node-link JSON to D3's simulation, which refuses a link to a node that is not there, and prints what it took.

import { readFileSync } from "node:fs";

const [modules, file] = process.argv.slice(2);
const { forceLink, forceSimulation } = await import(`${modules}/d3-force/src/index.js`);

const { nodes, links } = JSON.parse(readFileSync(file, "utf8"));
const simulation = forceSimulation(nodes).force("link", forceLink(links).id((node) => node.id)).stop().tick(3);
process.stdout.write(JSON.stringify({
  nodes: simulation.nodes().filter((node) => Number.isFinite(node.x) && Number.isFinite(node.y)).length,
  links: links.filter((link) => nodes[link.source.index] === link.source && nodes[link.target.index] === link.target).length,
}));

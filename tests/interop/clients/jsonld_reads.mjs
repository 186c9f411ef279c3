// node jsonld_reads.mjs MODULES FILE
//
// Prints the canonical N-Quads of a JSON-LD file as jsonld.js reads it: in safe mode, in which whatever would be
// dropped is an error, and without any other document.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, file] = process.argv.slice(2);
const jsonld = createRequire(modules + "/")("jsonld");

const quads = await jsonld.canonize(JSON.parse(readFileSync(file, "utf8")), {
  algorithm: "RDFC-1.0",
  format: "application/n-quads",
  safe: true,
  documentLoader: (url) => {
    throw new Error(`the document asks for ${url}`);
  },
});
process.stdout.write(JSON.stringify(quads));

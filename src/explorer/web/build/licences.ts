import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the package that a module belongs to, or nothing for our own modules. */
function packageFolder(module: string): string | undefined {
  if (!module.includes("/node_modules/")) return undefined;
  for (let folder = dirname(module); folder.includes("/node_modules/"); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && /"version"/.test(readFileSync(manifest, "utf8"))) return folder;
  }
  throw new Error(`${module} belongs to no package`);
}

function licenceOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license } = manifest as Record<string, string>;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const words = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${words.replaceAll("\r", "").replaceAll("*/", "* /")}`;
}

/** A comment with the licences of all packages that the modules come from. */
export function licencesOf(modules: string[]): string {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  return `/*! This page holds:\n\n${[...folders].sort().map(licenceOf).join("\n\n")}\n*/\n`;
}

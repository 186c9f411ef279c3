import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { licencesOf } from "./licences.ts";

interface Options {
  template: string;
  root: string;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Text that ends no element and begins no comment when it stands within <script> or <style>. */
function inlined(text: string, what: string): string {
  const found = /<\/(script|style)|<!--/i.exec(text);
  if (found) throw new Error(`the ${what} holds "${found[0]}", which HTML would read`);
  return text;
}

function filled(page: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((text, [name, value]) => {
    const pieces = text.split(`{{${name}}}`);
    if (pieces.length !== 2) throw new Error(`the template has {{${name}}} ${pieces.length - 1} times`);
    return pieces.join(value);
  }, page);
}

/** Turns what the bundler gives into one page that holds everything, and allows itself nothing else. */
export function singlePage(options: Options): Plugin {
  return {
    name: "single-page",
    enforce: "post",
    generateBundle(_, bundle) {
      let script = "";
      let style = "";
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") script += licencesOf(Object.keys(file.modules)) + file.code;
        else if (name.endsWith(".css")) style += file.source.toString();
        else throw new Error(`there is no place in the page for ${name}`);
        delete bundle[name];
      }
      script = inlined(script.trim(), "script");
      style = inlined(style.trim(), "style");
      const page = filled(readFileSync(join(options.root, options.template), "utf8"), {
        "script-hash": hashOf(script),
        "style-hash": hashOf(style),
        style,
        script,
      });
      this.emitFile({ type: "asset", fileName: "index.html", source: page });
    },
  };
}

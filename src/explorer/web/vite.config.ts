import { defineConfig } from "vite";
import { singlePage } from "./build/single_page.ts";

export default defineConfig({
  build: {
    outDir: "../../export/page",
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: "source/main.ts", output: { format: "iife" } },
  },
  plugins: [singlePage({ template: "page.html", root: import.meta.dirname })],
});

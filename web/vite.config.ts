// Builds the desk's files into the Python package; names hold their content, and manifest.json says which is which.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { defineConfig } from "vite";
import { world } from "./scripts/world.mjs";

const out = "../src/twosource/desk/static";

export default defineConfig({
  base: "./",
  publicDir: "public",
  build: {
    outDir: out,
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: ".",
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { main: "src/main.ts", map: "src/map.ts" } },
  },
  plugins: [
    {
      name: "twosource-files",
      closeBundle() {
        mkdirSync(out, { recursive: true });
        copyFileSync("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", `${out}/maplibre-worker.mjs`);
        writeFileSync(`${out}/world.json`, JSON.stringify(world()));
      },
    },
  ],
});

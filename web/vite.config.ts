// One entry an island, names without digests: what is built is committed, and a test builds it
// again and compares byte by byte.
import { defineConfig, type Plugin } from "vite";

const islands = ["app", "report", "add", "map", "story", "maplibre-worker"];

/** htmx keeps an `eval` for attributes that we never write; here not even its words are shipped. */
const withoutEval: Plugin = {
  name: "without-eval",
  transform: (code, id) =>
    id.includes("htmx.org") ? code.replace("return eval(str)", "return undefined") : null,
};

/** MapLibre says that its files have no side effects; its worker is nothing else. */
const wholeWorker: Plugin = {
  name: "whole-worker",
  transform: (code, id) =>
    id.includes("maplibre-gl-worker") ? { code, map: null, moduleSideEffects: true } : null,
};

export default defineConfig({
  plugins: [withoutEval, wholeWorker],
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../src/dateline/serve/static/built",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: false,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: Object.fromEntries(islands.map((name) => [name, `src/${name}.ts`])),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "part-[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});

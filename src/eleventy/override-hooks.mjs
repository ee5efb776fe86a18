// Node runs module hooks in a thread of their own, where tsx is not: plain JavaScript.
import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

/** The engine's component to the override's place in the engine, and that place to the owner's file; all are URLs. */
let places = new Map();
let files = new Map();

export function initialize(data) {
  places = new Map(data.places);
  files = new Map(data.files);
}

export async function resolve(specifier, context, next) {
  const own = new URL(specifier, context.parentURL?.startsWith("file:") ? context.parentURL : "file:///").href;
  if (files.has(own)) return { url: own, format: "module", shortCircuit: true };
  const resolved = await next(specifier, context);
  // An override may stand around the component that it replaces.
  const place = files.has(context.parentURL?.split("?")[0]) ? undefined : places.get(resolved.url.split("?")[0]);
  return place === undefined ? resolved : { url: place, format: "module", shortCircuit: true };
}

// The owner's file may lie outside of the engine, where tsx does not know how JSX is meant.
export async function load(url, context, next) {
  const file = files.get(url);
  if (file === undefined) return next(url, context);
  const options = { jsx: "automatic", jsxImportSource: "preact", sourcemap: "inline" };
  const loader = file.endsWith(".tsx") ? "tsx" : "ts";
  const { code } = await transform(await readFile(file, "utf8"), { ...options, loader, sourcefile: file });
  return { format: "module", source: code, shortCircuit: true };
}

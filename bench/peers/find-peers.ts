import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { cacheFolder, enginePath } from "../../src/eleventy/engine.ts";
import type { Peer } from "./peer.ts";

/** Where the peers' packages and sites lie; git ignores it. */
export const benchFolder = enginePath(".bench");
const packages = join(benchFolder, "packages/node_modules");

/** What `npm run bench -- --install` installs there. */
export const peerPackages = ["astro@7", "node@24", "@11ty/eleventy-plugin-syntaxhighlight@5"];

const manifest = z.object({ version: z.string() });

/** Ourselves first. */
export function findPeers(): Peer[] {
  return [klatsch, eleventy, hugo, astro].filter(({ version }) => version !== undefined);
}

/** As a first build is, without anything kept. */
export const klatsch = toKlatsch(["--no-cache"]);

/** As every other build is; what is kept is forgotten before a cold one. */
export const warmKlatsch = toKlatsch([]);

function toKlatsch(words: readonly string[]): Peer {
  return {
    name: "Klatsch",
    version: readVersion(enginePath("package.json")),
    prepare: (blog, work) => {
      const output = join(work, "site");
      const args = ["--import", "tsx", "scripts/build.ts", "--quiet", ...words, "--blog", blog, "--output", output];
      return { command: { file: process.execPath, args, cwd: enginePath() }, output, caches: [cacheFolder] };
    },
  };
}

const eleventy: Peer = {
  name: "Eleventy",
  version: existsSync(join(packages, "@11ty/eleventy-plugin-syntaxhighlight"))
    ? readVersion(enginePath("node_modules/@11ty/eleventy/package.json"))
    : undefined,
  prepare: (blog, work) => {
    layOut("eleventy", work);
    cpSync(join(blog, "posts"), join(work, "posts"), { recursive: true });
    cpSync(join(work, "posts.11tydata.mjs"), join(work, "posts/posts.11tydata.mjs"));
    const output = join(work, "out");
    const args = [enginePath("node_modules/@11ty/eleventy/cmd.cjs"), "--quiet", `--output=${output}`];
    return { command: { file: process.execPath, args, cwd: work }, output, caches: [] };
  },
};

const hugo: Peer = {
  name: "Hugo",
  version: readHugoVersion(),
  prepare: (blog, work) => {
    layOut("hugo", work);
    const mounts = [
      [join(blog, "posts"), "content/posts"],
      ["layouts", "layouts"],
    ].map(([source, target]) => `\n[[module.mounts]]\nsource = ${JSON.stringify(source)}\ntarget = "${target}"\n`);
    appendFileSync(join(work, "hugo.toml"), mounts.join(""));
    return { command: { file: "hugo", args: ["--quiet"], cwd: work }, output: join(work, "public"), caches: [] };
  },
};

const astro: Peer = {
  name: "Astro",
  version: existsSync(join(packages, "node/bin/node")) ? readVersion(join(packages, "astro/package.json")) : undefined,
  prepare: (blog, work) => {
    layOut("astro", work);
    cpSync(join(blog, "posts"), join(work, "posts"), { recursive: true });
    const file = join(packages, "node/bin/node");
    const args = [join(packages, "astro/bin/astro.mjs"), "build", "--silent"];
    const env = { ASTRO_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" };
    const caches = [".astro", "node_modules/.astro"].map((name) => join(work, name));
    return { command: { file, args, cwd: work, env }, output: join(work, "dist"), caches };
  },
};

/** A fresh copy of a peer's site, with the packages beside it. */
function layOut(name: string, work: string): void {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(enginePath("bench/peers", name), work, { recursive: true });
  writeFileSync(join(work, "package.json"), '{ "type": "module", "private": true }\n');
  if (existsSync(packages)) symlinkSync(packages, join(work, "node_modules"));
}

function readVersion(file: string): string | undefined {
  return existsSync(file) ? manifest.parse(JSON.parse(readFileSync(file, "utf8"))).version : undefined;
}

function readHugoVersion(): string | undefined {
  try {
    return /v(\d[\d.]*)/.exec(execFileSync("hugo", ["version"], { encoding: "utf8" }))?.[1];
  } catch {
    return undefined;
  }
}

import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, peerPackages } from "./find-peers.ts";

/** Installs the peers that come from npm beside the bench, so that the engine's own packages stay what they are. */
export async function installPeers(): Promise<number> {
  const folder = join(benchFolder, "packages");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const npm = spawn("npm", ["install", "--no-audit", "--no-fund", ...peerPackages], { cwd: folder, stdio: "inherit" });
  return new Promise((resolve) => npm.once("close", (code) => resolve(code ?? 1)));
}

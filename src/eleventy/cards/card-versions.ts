import { readFileSync } from "node:fs";
import { z } from "zod";
import { enginePath } from "../engine.ts";

/** Raise it when a card would look different than before: tests/cards/design.test.ts says when. */
const design = "1";

const packages = [
  "@expo-google-fonts/source-serif-4",
  "@expo-google-fonts/noto-naskh-arabic",
  "@expo-google-fonts/noto-serif-hebrew",
  "@expo-google-fonts/biz-udpmincho",
  "@expo-google-fonts/nanum-myeongjo",
  "@expo-google-fonts/zcool-xiaowei",
  "@expo-google-fonts/cactus-classical-serif",
  "@resvg/resvg-js",
  "harfbuzzjs",
];

const manifest = z.object({ version: z.string() });

/** Everything but the card itself that its pixels depend on. */
export function readCardVersions(): string {
  const versions = packages.map((name) => {
    const text = readFileSync(enginePath("node_modules", name, "package.json"), "utf8");
    return manifest.parse(JSON.parse(text)).version;
  });
  return [design, ...versions].join(" ");
}

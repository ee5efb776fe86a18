import { readFileSync } from "node:fs";
import type { Family, FontLibrary, Weight } from "../../cards/font-families.ts";
import { createTypeface } from "../../cards/typeface.ts";
import { memoise } from "../../lib/memoise.ts";
import { enginePath } from "../engine.ts";

/** Package, file name and weights of each family; two Chinese ones have but one weight. */
const files: Readonly<
  Record<Family, readonly [folder: string, name: string, weights: Readonly<Record<Weight, string>>]>
> = {
  latin: ["source-serif-4", "SourceSerif4", { bold: "600SemiBold", regular: "400Regular" }],
  arabic: ["noto-naskh-arabic", "NotoNaskhArabic", { bold: "700Bold", regular: "400Regular" }],
  hebrew: ["noto-serif-hebrew", "NotoSerifHebrew", { bold: "600SemiBold", regular: "400Regular" }],
  japanese: ["biz-udpmincho", "BIZUDPMincho", { bold: "700Bold", regular: "400Regular" }],
  korean: ["nanum-myeongjo", "NanumMyeongjo", { bold: "700Bold", regular: "400Regular" }],
  simplified: ["zcool-xiaowei", "ZCOOLXiaoWei", { bold: "400Regular", regular: "400Regular" }],
  traditional: ["cactus-classical-serif", "CactusClassicalSerif", { bold: "400Regular", regular: "400Regular" }],
};

// Kept for the life of the process: fonts do not change, and the dev server plans the site anew after each edit.
const open = memoise((path: string) => createTypeface(readFileSync(path)));

/** The fonts of the cards, each read when a text first needs it: the largest has 28 MB. */
export function createFontLibrary(): FontLibrary {
  const find = (weight: Weight) =>
    memoise((family: Family) => {
      const [folder, name, weights] = files[family];
      const style = weights[weight];
      return open(enginePath(`node_modules/@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`));
    });
  const faces = { bold: find("bold"), regular: find("regular") };
  return (family, weight) => faces[weight](family);
}

import { z } from "zod";
import type { Raster } from "../content/picture-plan.ts";

const pixels = z.number().int().positive();

const schema = z.union([
  z.object({ kind: z.literal("raster"), width: pixels, height: pixels, isOpaque: z.boolean() }),
  z.object({ kind: z.literal("moving"), width: pixels, height: pixels, hasWebp: z.boolean() }),
  z.object({ kind: z.literal("vector"), width: pixels.optional(), height: pixels.optional() }),
  z.object({ kind: z.literal("unusable"), reason: z.enum(["damaged", "too-large"]) }),
]);

/** What is known of a file that a post shows. Width and height are those of the upright picture. */
export type ImageFacts =
  | ({ readonly kind: "raster" } & Raster)
  /** Moves, and must go on moving; `hasWebp`: as WebP it is smaller. */
  | { readonly kind: "moving"; readonly width: number; readonly height: number; readonly hasWebp: boolean }
  | { readonly kind: "vector"; readonly width?: number | undefined; readonly height?: number | undefined }
  /** No picture, a broken one, or one that nobody could scale: it is published as it is. */
  | { readonly kind: "unusable"; readonly reason: "damaged" | "too-large" };

export function formatFacts(facts: ImageFacts): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(facts));
}

/** Undefined for what an earlier version of this code may have written. */
export function parseFacts(bytes: Uint8Array | undefined): ImageFacts | undefined {
  return bytes && schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
}

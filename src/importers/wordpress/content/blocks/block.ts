import { z } from "zod";
import type { BlockMark } from "./read-blocks.ts";

/** A block with what its editor said of it. */
export type Block = {
  readonly name: string;
  readonly mark: BlockMark;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Name of the block that it stands in. */
  readonly parent: string | undefined;
};

const stored = z.record(z.string(), z.unknown());

/** Undefined when its JSON cannot be read. */
export function parseAttributes({ attributes }: BlockMark): Block["attributes"] | undefined {
  if (attributes === "") return {};
  try {
    return stored.safeParse(JSON.parse(attributes)).data;
  } catch {
    return undefined;
  }
}

/** An attribute that is a text or a number. */
export function readText({ attributes }: Block, name: string): string | undefined {
  const value = attributes[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

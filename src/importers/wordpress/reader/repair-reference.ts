import { htmlEntities } from "./html-entities.ts";
import type { RepairKind } from "./repair-log.ts";

export type Repaired = { readonly text: string; readonly length: number; readonly kind?: RepairKind };

const reference = /&(?:#(\d{1,10})|#[xX]([\dA-Fa-f]{1,8})|([A-Za-z][A-Za-z\d]{0,31}));/y;
const known = new Set(["amp", "lt", "gt", "quot", "apos"]);
/** No reference is longer. */
export const longestReference = 40;

/** What stands for the `&` at `at` and for the reference that it begins; undefined when the text ends too soon to tell. */
export function repairReference(text: string, at: number, isWhole: boolean): Repaired | undefined {
  reference.lastIndex = at;
  const match = reference.exec(text);
  if (!match) {
    const rest = text.slice(at + 1, at + longestReference);
    const mayGoOn = !isWhole && at + longestReference > text.length && /^#?[\dA-Za-z]*$/.test(rest);
    return mayGoOn ? undefined : { text: "&amp;", length: 1, kind: "bare-ampersand" };
  }
  const [whole, decimal, hex, name] = match;
  const { length } = whole;
  if (name !== undefined) return repairName(whole, name);
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return isXmlCharacter(code) ? { text: `&#${code};`, length } : { text: "", length, kind: "invalid-reference" };
}

function repairName(whole: string, name: string): Repaired {
  const { length } = whole;
  if (known.has(name)) return { text: whole, length };
  const character = htmlEntities.get(name);
  if (character === undefined) return { text: `&amp;${whole.slice(1)}`, length, kind: "unknown-entity" };
  return { text: character, length, kind: "html-entity" };
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

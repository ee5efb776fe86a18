import type { RepairKind } from "./repair-log.ts";
import { longestReference, repairReference } from "./repair-reference.ts";

/** A whole tag with what is wrong in its attributes' values put right. */
export function repairTag(tag: string, onRepair: (kind: RepairKind) => void): string {
  if (!/&|.</s.test(tag)) return tag;
  return tag.replace(/=\s{0,99}(?:"[^"]*"|'[^']*')/g, (value) => {
    let repaired = "";
    for (let at = 0; at < value.length;) {
      const char = value.charAt(at);
      const found =
        char === "&" ? repairReference(value.slice(at, at + longestReference), 0, true) : { text: char, length: 1 };
      if (char === "<") onRepair("bare-less-than");
      if (found?.kind) onRepair(found.kind);
      repaired += char === "<" ? "&lt;" : (found?.text ?? "");
      at += found?.length ?? 1;
    }
    return repaired;
  });
}

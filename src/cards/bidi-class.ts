/** Bidirectional classes of Unicode, as far as a clean line can have them; joiners count as marks. */
export type BidiClass = "L" | "R" | "AL" | "EN" | "AN" | "ES" | "ET" | "CS" | "NSM" | "WS" | "ON";

// The first that fits (DerivedBidiClass.txt, for the scripts that cards can draw).
const classes: readonly (readonly [BidiClass, RegExp])[] = [
  ["EN", /[0-9\u00B2\u00B3\u00B9\u06F0-\u06F9\u2070\u2074-\u2079\u2080-\u2089\uFF10-\uFF19]/],
  ["AN", /[\u0600-\u0605\u0660-\u0669\u066B\u066C\u06DD\u08E2]/],
  ["ES", /[+\-\u207A\u207B\u208A\u208B\u2212\uFB29\uFE62\uFE63\uFF0B\uFF0D]/],
  ["ET", /[#%\u00B0\u00B1\u066A\u2030-\u2034\u2213\uFE5F\uFE6A\uFF03\uFF05\p{Sc}]/u],
  ["CS", /[,./:\u00A0\u060C\u202F\u2044\uFE50\uFE52\uFE55\uFF0C\uFF0E\uFF0F\uFF1A]/],
  ["NSM", /[\p{Mn}\p{Me}\u200B-\u200D\u2060]/u],
  ["WS", /\s/u],
  ["R", /[\p{Script=Hebrew}\u200F]/u],
  ["ON", /[\u0606\u0607\u060E\u060F\u06DE\u06E9\uFD3E\uFD3F]/],
  ["AL", /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u061B\u061F\u0640]/u],
  ["L", /[\p{L}\p{Nl}\p{Mc}\u200E]/u],
];

export function toBidiClass(character: string): BidiClass {
  if (character >= "a" && character <= "z") return "L";
  return classes.find(([, pattern]) => pattern.test(character))?.[0] ?? "ON";
}

const pairs = "()[]{}「」『』【】〈〉《》〔〕〖〗（）［］｛｝｢｣⟨⟩⟪⟫";

/** A bracket's other half, and whether it is the one that opens. */
export function toBracket(character: string): { readonly other: string; readonly opens: boolean } | undefined {
  const index = pairs.indexOf(character);
  if (index < 0) return undefined;
  const opens = index % 2 === 0;
  return { other: pairs.charAt(opens ? index + 1 : index - 1), opens };
}

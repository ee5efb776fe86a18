const longest = 60;

/** A value as it is shown in a message: on one line, cut where it gets long, and without what a terminal would obey. */
export function show(value: unknown): string {
  const line = describe(value, 3)
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD")
    .trim();
  const chars = [...line];
  return chars.length > longest ? `${chars.slice(0, longest - 1).join("")}…` : line;
}

// Anchors in YAML let a list hold itself, or hold more than any memory: only so much is looked at.
function describe(value: unknown, depth: number): string {
  // A key that is itself a map, as in `{{ title }}`: this is all that js-yaml leaves of it.
  if (typeof value === "string") return value.slice(0, longest * 4).replaceAll("[object Object]", "{…}");
  if (typeof value !== "object" || value === null) return String(value);
  if (depth === 0) return "…";
  const inner = (item: unknown): string => describe(item, depth - 1);
  if (Array.isArray(value)) return `[${value.slice(0, longest).map(inner).join(", ")}]`;
  const entries = Object.entries(value).slice(0, longest);
  return `{${entries.map(([key, item]) => (item === null ? inner(key) : `${inner(key)}: ${inner(item)}`)).join(", ")}}`;
}

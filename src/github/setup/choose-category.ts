import type { Category } from "./look-up-repository.ts";

/** `several`: somebody has to choose. */
export type Choice =
  | { readonly kind: "one"; readonly category: Category }
  | { readonly kind: "several" | "unknown"; readonly names: string };

/** The category that is named, or the only one there is. */
export function chooseCategory(categories: readonly Category[], wanted: string | undefined): Choice {
  const names = categories.map(({ name }) => name).join(", ");
  const fold = (name: string): string => name.normalize("NFC").trim().toLowerCase();
  const found = wanted === undefined ? undefined : categories.find(({ name }) => fold(name) === fold(wanted));
  if (found) return { kind: "one", category: found };
  const [only, ...others] = categories;
  if (wanted === undefined && only && others.length === 0) return { kind: "one", category: only };
  return { kind: wanted === undefined ? "several" : "unknown", names };
}

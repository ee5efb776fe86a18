/** Where an owner's change to a file of the engine would outlive updates, as a sentence without its full stop. */
export function placeOfOwn(path: string): string | undefined {
  const component = /^_includes\/components\/(.+)$/.exec(path)?.[1];
  if (component !== undefined) return `As overrides/components/${component} it replaces the engine's and stays yours`;
  if (path.startsWith("_includes/styles/")) return "Styles in _includes/styles/theme.css stay yours";
  if (path.startsWith(".github/workflows/")) return "A workflow under a name of your own stays yours";
  return undefined;
}

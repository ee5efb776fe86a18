/** How WordPress treats an element when it makes paragraphs. */

const toSet = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** They stand by themselves; line ends next to them say nothing. */
export const blockNames = toSet(
  "address article aside blockquote caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map menu nav ol optgroup option p pre section summary " +
    "table tbody td tfoot th thead tr ul",
);

export const voidNames = toSet("area base br col embed hr img input link meta param source track wbr");

/** Blocks of which those who report what becomes of them want to know the line. */
export const reportedNames = toSet(
  "p h1 h2 h3 h4 h5 h6 ul ol dl table div blockquote pre figure img embed form details section address aside",
);

/** Text has no place between their parts. */
export const structureNames = toSet("table thead tbody tfoot tr colgroup ul ol dl menu dir");

/** When what stands in an element gets paragraphs: all of it, from the second on, or never. */
export function paragraphsIn(container: string | undefined): "always" | "several" | "never" {
  if (container === undefined || always.has(container)) return "always";
  return never.has(container) ? "never" : "several";
}

const always = toSet("blockquote article section main center");
const never = toSet("h1 h2 h3 h4 h5 h6 dt summary figcaption caption legend option");

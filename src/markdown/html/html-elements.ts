/** Facts of HTML that the balancing writer needs; not the whole standard, but what keeps a page whole. */

export const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements that end an open paragraph. */
export const paragraphEnders: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp"
  ).split(" "),
);

/** The renderer's elements that an author's end tag may close on its way to the element it names. */
export const crossable: ReadonlySet<string> = new Set("p a em strong del sup sub code span label".split(" "));

const inline = "a abbr b bdi bdo big cite code data dfn em font i kbd label mark q s samp small span strike strong";
export const inlineElements: ReadonlySet<string> = new Set(`${inline} sub sup time tt u var`.split(" "));

/** An element that cannot stand within its like: what it closes, and the elements beyond which it does not look. */
export type ImpliedEnd = { readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> };

export const tableScope: ReadonlySet<string> = new Set(["table", "td", "th", "caption", "template"]);

export const paragraphScope: ReadonlySet<string> = new Set([...tableScope, "button", "object", "svg", "math"]);

export const impliedEnds: ReadonlyMap<string, ImpliedEnd> = new Map([
  ["li", toImpliedEnd("li", "ul ol menu table td th")],
  ["dt", toImpliedEnd("dt dd", "dl table td th")],
  ["dd", toImpliedEnd("dt dd", "dl table td th")],
  ["option", toImpliedEnd("option", "select datalist optgroup")],
  ["optgroup", toImpliedEnd("option optgroup", "select")],
  ["td", toImpliedEnd("td th caption colgroup", "tr table")],
  ["th", toImpliedEnd("td th caption colgroup", "tr table")],
  ["tr", toImpliedEnd("tr td th caption colgroup", "tbody thead tfoot table")],
  ["tbody", toImpliedEnd("tr td th tbody thead tfoot caption colgroup", "table")],
  ["thead", toImpliedEnd("tr td th tbody thead tfoot caption colgroup", "table")],
  ["tfoot", toImpliedEnd("tr td th tbody thead tfoot caption colgroup", "table")],
]);

function toImpliedEnd(closes: string, within: string): ImpliedEnd {
  return { closes: new Set(closes.split(" ")), within: new Set(within.split(" ")) };
}

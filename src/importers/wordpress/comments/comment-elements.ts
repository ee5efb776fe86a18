/** What the elements of a WordPress comment are to the paragraphs around them. */

const inline = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike " +
    "strong sub sup time tt u var"
  ).split(" "),
);

/** Of these nothing is left but their text. */
const plain = new Set("abbr acronym bdi bdo big data font label mark small span time u".split(" "));

/** Blocks of a comment; what else ends a paragraph is a paragraph's end and no more. */
const blocks = new Set(
  "blockquote dd details dl dt h1 h2 h3 h4 h5 h6 li ol pre summary table tbody td tfoot th thead tr ul".split(" "),
);

const holdsNoParagraph = new Set("h1 h2 h3 h4 h5 h6 summary dt".split(" "));

/** Text in these is of one paragraph, and needs no element for it until a second one begins. */
const holdsText = new Set("li dd td th details".split(" "));

export type ElementRole = "inline" | "plain" | "block" | "other";

export function roleOf(name: string): ElementRole {
  if (plain.has(name)) return "plain";
  if (inline.has(name)) return "inline";
  return blocks.has(name) ? "block" : "other";
}

/** Whether text directly in such an element gets a paragraph: always, once there are two, or never. */
export function paragraphsIn(name: string | undefined): "always" | "several" | "never" {
  if (name === undefined || name === "blockquote") return "always";
  if (holdsNoParagraph.has(name)) return "never";
  return holdsText.has(name) ? "several" : "never";
}

/**
 * Temml's inline styles as classes of `_includes/styles/math.css`, because the page's policy forbids style attributes.
 * An empty class: the browser's own style, or the style sheet's, does it. What is not here is left out.
 */
const styleClasses: ReadonlyMap<string, string> = new Map([
  // The columns of arrays, matrices, aligned and numbered equations.
  ["width:100%", "wide"],
  ["width:50%", "glue"],
  ["width:7.5%", ""],
  ["padding:0", "flush"],
  ["padding-left:0", "flush-left"],
  ["padding-right:0", "flush-right"],
  ["padding-left:1em", "apart"],
  ["padding-left:0.1389em", ""],
  ["padding-right:0.1389em", ""],
  ["padding-left:0.4em", ""],
  ["padding-right:0.4em", ""],
  ["padding-left:5.9776pt", ""],
  ["padding-right:5.9776pt", ""],
  ["text-align:left", "tml-left"],
  // Lines of tables.
  ...(["top", "bottom", "left", "right"] as const).flatMap((side): [string, string][] => [
    [`border-${side}:0.06em solid`, `line-${side}`],
    [`border-${side}:0.06em dashed`, `dash-${side}`],
    [`border-${side}:0.15em double`, `twin-${side}`],
  ]),
  // Boxes.
  ["padding:3pt", "box"],
  ["border:1px solid", ""],
  ["padding:0.3em", "padded"],
  // Letters and accents.
  ["font-weight:bold", "bold"],
  ["font-style:italic", "italic"],
  ["math-depth:0", "full-size"],
  ["math-depth:2", "tiny"],
  // `\!`, `\negmedspace`, `\negthickspace`.
  ["margin-left:-0.1667em", "back-thin"],
  ["margin-left:-0.2222em", "back-medium"],
  ["margin-left:-0.2778em", "back-thick"],
  // `\mathllap`, `\mathclap`, `\reflectbox`.
  ["position:relative", "lap"],
  ["position:absolute", "lapped"],
  ["right:0", ""],
  ["bottom:0", ""],
  ["display:flex", "lap-center"],
  ["justify-content:center", ""],
  ["transform:scaleX(-1)", "mirrored"],
  ["display:block math", ""],
]);

/** The classes of one declaration, or undefined where it has none. */
export function toStyleClass(declaration: string): string | undefined {
  return styleClasses.get(declaration) ?? toFrameClass(declaration);
}

function toFrameClass(declaration: string): string | undefined {
  return declaration.startsWith("border:0.0667em solid ") ? "framed" : undefined;
}

/** One declaration a string, in one spelling: `padding-left:0.0000em` is `padding-left:0`. */
export function splitStyle(style: string): string[] {
  return style.split(";").flatMap((declaration) => {
    const [name = "", value = ""] = declaration.split(/:(.*)/s).map((part) => part.trim());
    return name === "" ? [] : [`${name}:${value.replace(/^0(?:\.0+)?(?:em|pt|ex)?$/, "0")}`];
  });
}

/** Classes of Temml's own that `math.css` has: alignment, and what single browsers need for accents. */
export const temmlClasses: ReadonlySet<string> = new Set(
  (
    "tml-left tml-right tml-jot tml-small tml-eqn tml-tag tml-vec tml-sml-pad tml-med-pad tml-lrg-pad " +
    "tml-hat-1 tml-hat-2 tml-hat-3 tml-hat-4 tml-tilde-2 tml-tilde-3 tml-tilde-4 " +
    "chr-sml chr-sml-vec chr-med chr-med-vec chr-lrg chr-lrg-vec " +
    "wbk-acc wbk-vec wbk-sml wbk-sml-acc wbk-sml-vec wbk-med wbk-med-acc wbk-med-vec wbk-lrg wbk-lrg-acc wbk-lrg-vec"
  ).split(" "),
);

/** `<menclose>` is no element of MathML Core: what it draws is drawn by a class. Others are not shown at all. */
export const notationClasses: ReadonlyMap<string, string> = new Map([
  ["top", "line-top"],
  ["bottom", "line-bottom"],
  ["box", "box"],
  ["updiagonalstrike", "strike strike-up"],
  ["downdiagonalstrike", "strike strike-down"],
  ["updiagonalstrike downdiagonalstrike", "strike strike-cross"],
  ["horizontalstrike", "strike strike-through"],
]);

/** A class of code tokens: `<span class="k">`. What is not listed — operators, punctuation, plain names — has no span. */
export type TokenClass = { readonly className: string; readonly meaning: string; readonly scopes: readonly string[] };

/**
 * The classes that a style sheet colours, inside `.shiki`. Later rows win where two fit equally well.
 * Lines are `.line`; with `.marked` as the author asked, and in diffs `.added` and `.removed`.
 */
export const tokenClasses: readonly TokenClass[] = [
  {
    className: "c",
    meaning: "comment",
    scopes: ["comment", "punctuation.definition.comment", "string.quoted.docstring", "string.comment"],
  },
  {
    className: "k",
    meaning: "keyword, storage, this",
    scopes: [
      "keyword",
      "storage",
      "variable.language",
      "keyword.operator.new",
      "keyword.operator.expression",
      "keyword.operator.logical.python",
      "keyword.operator.wordlike",
    ],
  },
  {
    className: "s",
    meaning: "string, inline code",
    scopes: ["string", "punctuation.definition.string", "markup.inline.raw", "markup.raw", "constant.other.symbol"],
  },
  {
    className: "x",
    meaning: "escape, regular expression, placeholder in a string",
    scopes: ["constant.character.escape", "string.regexp", "constant.other.placeholder", "constant.character.format"],
  },
  {
    className: "n",
    meaning: "number, boolean, constant",
    scopes: [
      "constant.numeric",
      "constant.language",
      "support.constant",
      "variable.other.constant",
      "keyword.other.unit",
      "constant.other.color",
      "constant.other.date",
    ],
  },
  {
    className: "f",
    meaning: "function",
    scopes: ["entity.name.function", "support.function", "meta.function-call.generic", "entity.name.command"],
  },
  {
    className: "t",
    meaning: "type, class, module",
    scopes: [
      "entity.name.type",
      "entity.name.class",
      "entity.name.namespace",
      "entity.other.inherited-class",
      "support.type",
      "support.class",
      "storage.type.java",
      "storage.type.cs",
    ],
  },
  {
    className: "v",
    meaning: "parameter, shell variable",
    scopes: [
      "variable.parameter",
      "variable.other.normal.shell",
      "punctuation.definition.variable.shell",
      "variable.other.php",
    ],
  },
  {
    className: "a",
    meaning: "attribute, property, key",
    scopes: [
      "entity.other.attribute-name",
      "support.type.property-name",
      "meta.property-name",
      "entity.name.tag.yaml",
      "support.type.property-name.toml",
      "keyword.key",
      "keyword.other.definition.ini",
    ],
  },
  { className: "g", meaning: "tag", scopes: ["entity.name.tag", "support.class.component", "keyword.control.html"] },
  { className: "h", meaning: "heading in markup", scopes: ["markup.heading", "entity.name.section"] },
  { className: "l", meaning: "link in markup", scopes: ["markup.underline.link", "string.other.link"] },
  { className: "b", meaning: "strong in markup", scopes: ["markup.bold"] },
  { className: "e", meaning: "emphasis in markup", scopes: ["markup.italic"] },
  { className: "m", meaning: "file names and positions in a diff", scopes: ["meta.diff", "markup.changed"] },
];

/** Scopes that lie within one of the above and are plain code again. */
export const plainScopes: readonly string[] = [
  "keyword.operator",
  "meta.template.expression",
  "meta.interpolation",
  "punctuation.definition.template-expression",
  "punctuation.section.embedded",
  "meta.embedded",
  "storage.type.function.arrow",
  "meta.diff.header.command",
];

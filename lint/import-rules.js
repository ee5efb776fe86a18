import { isBuiltin } from "node:module";
import { relative } from "node:path";
import { dirname, join } from "node:path/posix";

// Plain JavaScript: oxlint loads TypeScript plugins only where Node strips types itself (22.18 and newer).

const everything = "";
const within = (folder, ...names) => names.map((name) => `${folder}/${name}`);
const conversions = within("src", "lib", "content", "taxonomy", "comments", "feeds", "seo", "search", "cards");
const conversion = { imports: within("src", "content", "lib"), pure: true };

/**
 * The last column of DESIGN.md's folder table. `imports`: what a folder may import beside itself; `types`: what it may
 * name in an `import type` only, besides. Folders of `src` may always name each other's types. `pure`: neither Node's
 * modules nor clock, environment, network and chance.
 */
const boundaries = {
  ".eleventy.ts": { imports: ["src/eleventy", "_data/site.ts"] },
  pages: {
    imports: [
      "_includes",
      ...conversions,
      ...within("src", "markdown", "files", "web", "github", "importers", "eleventy/page.ts"),
    ],
    pure: true,
  },
  _data: { types: ["src", "_includes/strings"] },
  _includes: { imports: conversions, types: ["src/markdown"], pure: true },
  overrides: { imports: ["_includes", ...conversions], types: ["src"], pure: true },
  client: { types: ["src"] },
  "src/lib": { pure: true },
  // A page asks its context for the words of a language, so the context names their type.
  "src/content": { imports: ["src/lib"], types: ["_includes/strings"], pure: true },
  "src/markdown": { imports: ["src/lib"], pure: true },
  "src/taxonomy": conversion,
  "src/checks": { imports: within("src", "content", "comments", "lib"), pure: true },
  "src/comments": conversion,
  "src/feeds": conversion,
  "src/seo": conversion,
  "src/search": conversion,
  "src/cards": conversion,
  "src/files": { imports: ["src/lib"] },
  "src/web": { imports: ["src/lib"] },
  "src/github": { imports: within("src", "comments", "markdown", "files", "web", "lib") },
  "src/importers": { imports: within("src", "content", "comments", "markdown", "files", "web", "lib") },
  "src/release": { imports: ["src/lib"], pure: true },
  "src/update": { imports: within("src", "release", "files", "lib") },
  // It imports `_includes/strings` and `pages` by path when it runs, so that the dev server can load them anew.
  "src/eleventy": { imports: ["src"], types: ["_includes/strings"] },
  scripts: { imports: ["src", ".eleventy.ts"] },
  // The one way from a command to the emulator: `npm start` takes it, a build cannot.
  "scripts/emulation.ts": { imports: ["src", "emulator"] },
  "scripts/bench.ts": { imports: ["bench", "scripts"] },
  bench: { imports: ["src", "tests/support"] },
  emulator: { imports: ["src/lib"] },
  tests: { imports: [everything] },
};

/** Packages that one folder alone may know. */
const keepers = { "@11ty/": "src/eleventy" };

/** What Node offers that is a mere conversion. */
const conversionsOfNode = new Map([["node:crypto", ["createHash"]]]);

/** Globals by which a result depends on more than the arguments: wholly, or in these members. */
const hiddenInputs = new Map([
  ["process", true],
  ["fetch", true],
  ["performance", true],
  ["Date", ["now"]],
  ["Math", ["random"]],
  ["crypto", ["randomUUID", "getRandomValues"]],
]);

const remedy = "Take it as an argument from scripts/ or src/eleventy/";

const importBoundaries = {
  meta: {
    type: "problem",
    docs: { description: "Folders import only what the folder table allows, and pure folders have no hidden inputs." },
    schema: [],
  },
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll("\\", "/");
    const folder = folderOf(file);
    const rules = boundaries[folder];
    const report = (node, message) => message && context.report({ node, message: `${message}.` });
    if (!rules) return file.startsWith("src/") ? { Program: (node) => report(node, unknownFolder(file)) } : {};

    const check = (source, isType, names) => {
      const specifier = toText(source);
      if (specifier !== undefined) report(source, findFault({ specifier, isType, names, file, folder, rules }));
    };
    const imports = {
      ImportDeclaration: ({ source, importKind, specifiers }) =>
        check(
          source,
          isTypeOnly(importKind, specifiers),
          specifiers.map(({ imported }) => imported?.name),
        ),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === "type"),
      ExportNamedDeclaration: (node) => node.source && check(node.source, isTypeOnly(node.exportKind, node.specifiers)),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source, true),
    };
    if (!rules.pure) return imports;
    const blame = (node, input) => input && report(node, `${folder} is pure and may not use ${input}. ${remedy}`);
    return {
      ...imports,
      MemberExpression: (node) => blame(node, toLuxonClock(node)),
      "Program:exit": () => {
        for (const node of findGlobals(context.sourceCode.scopeManager)) blame(node, toHiddenInput(node));
      },
    };
  },
};

export default { meta: { name: "klatsch" }, rules: { "import-boundaries": importBoundaries } };

function findFault({ specifier, isType, names, file, folder, rules }) {
  if (!specifier.startsWith(".")) return isType ? undefined : findPackageFault({ specifier, names, folder, rules });
  const target = join(dirname(file), specifier);
  const isAllowed = (list = []) => list.some((allowed) => isWithin(target, allowed));
  const bothInSource = isWithin(file, "src") && isWithin(target, "src");
  const mayName = bothInSource || isAllowed(rules.types);
  if (isWithin(target, folder) || isAllowed(rules.imports) || (isType && mayName)) return undefined;
  return `${folder} may not import ${folderOf(target) ?? target} (found ${specifier}). ${toRemedy(rules, mayName)}`;
}

function findPackageFault({ specifier, names = [], folder, rules }) {
  const isConversion = names.length > 0 && names.every((name) => conversionsOfNode.get(specifier)?.includes(name));
  if (rules.pure && isBuiltin(specifier) && !isConversion) {
    return `${folder} is pure and may not import ${specifier}. ${remedy}`;
  }
  const [name, keeper] = Object.entries(keepers).find(([start]) => specifier.startsWith(start)) ?? [];
  if (keeper === undefined || folder === keeper || folder === "tests") return undefined;
  return `only ${keeper} knows ${name} (found ${specifier}). Write what you need in ${keeper} and import that`;
}

function toRemedy({ pure, imports = [] }, mayName) {
  if (pure) return mayName ? `${remedy}, or write \`import type\`` : remedy;
  if (mayName) return "Write `import type`";
  return imports.length > 0 ? `It may import ${imports.join(", ")}` : "It may import nothing of ours";
}

function unknownFolder(file) {
  const folder = dirname(file);
  return `${folder} is in no row of the folder table. Add it to lint/import-rules.js and docs/architecture.md`;
}

/** The table's row for a path: the longest that it lies in. */
function folderOf(path) {
  const rows = Object.keys(boundaries).filter((row) => isWithin(path, row));
  return rows.sort((a, b) => b.length - a.length)[0];
}

function isWithin(path, folder) {
  return folder === everything || path === folder || path.startsWith(`${folder}/`);
}

function toText(source) {
  if (source.type === "TemplateLiteral" && source.quasis.length === 1) return source.quasis[0].value.cooked;
  return typeof source.value === "string" ? source.value : undefined;
}

function isTypeOnly(kind, specifiers) {
  if (kind === "type") return true;
  return specifiers.length > 0 && specifiers.every((part) => (part.importKind ?? part.exportKind) === "type");
}

/** Identifiers that no declaration of the file stands behind; a parameter `fetch` is an argument, as it should be. */
function* findGlobals({ globalScope }) {
  const builtIn = [...globalScope.set.values()].filter(({ defs }) => defs.length === 0);
  for (const { identifier } of [...globalScope.through, ...builtIn.flatMap(({ references }) => references)]) {
    yield identifier;
  }
}

function toHiddenInput(identifier) {
  const { name, parent } = identifier;
  if (parent.type.startsWith("TS")) return undefined;
  const member = parent.type === "MemberExpression" && parent.object === identifier ? toName(parent) : undefined;
  if (name === "globalThis") return hiddenInputs.get(member) === true ? member : undefined;
  if (name === "Date" && isCallOf(parent, identifier) && parent.arguments.length === 0) return "the current date";
  const hidden = hiddenInputs.get(name);
  if (hidden === true) return name;
  return hidden?.includes(member) ? `${name}.${member}` : undefined;
}

/** luxon's `now()`, and `local()` and `utc()` without a date. */
function toLuxonClock(node) {
  const name = node.object.name === "DateTime" ? toName(node) : undefined;
  if (name === "now") return "DateTime.now";
  if (name !== "local" && name !== "utc") return undefined;
  const [date] = isCallOf(node.parent, node) ? node.parent.arguments : [];
  return date === undefined || date.type === "ObjectExpression" ? `DateTime.${name} without a date` : undefined;
}

function isCallOf(parent, callee) {
  return ["CallExpression", "NewExpression"].includes(parent.type) && parent.callee === callee;
}

function toName({ property, computed }) {
  if (!computed) return property.name;
  return typeof property.value === "string" ? property.value : undefined;
}

import { expect, test } from "vitest";
import { check } from "./model.ts";

const column = "Begin every key in the first column, and what belongs to it two spaces further in.";
const space = "`key: value` on each line, with a space behind the colon.";

test.each([
  [
    "a colon in a value",
    "date: 2026-01-05\ntitle: Meetings: a glossary\n",
    '3:8: the value holds a colon and is not in quotes (found Meetings: a glossary). Put it into quotes: `"Meetings: a glossary"`.',
  ],
  [
    "a colon and quotes in a value",
    'title: "Tea": it\'s good\n',
    `2:8: text stands behind the closing quote (found "Tea": it's good). Put the whole text into quotes: \`'"Tea": it''s good'\`.`,
  ],
  [
    "a colon at the end",
    "title: Tea:\n",
    '2:8: the value holds a colon and is not in quotes (found Tea:). Put it into quotes: `"Tea:"`.',
  ],
  ["a tab", "title: x\ntags:\n\t- a\n", "4:1: the line is indented with a tab. Use two spaces instead."],
  ["a tab behind spaces", "image:\n  \tsrc: a\n", "3:3: the line is indented with a tab. Use two spaces instead."],
  [
    "a key further in",
    "title: x\n  date: 2026-01-05\n",
    `3:3: the line does not begin in the same column as those above (found date: 2026-01-05). ${column}`,
  ],
  [
    "a first key further in",
    " title: x\ndate: y\n",
    `3:1: the line does not begin in the same column as those above (found date: y). ${column}`,
  ],
  [
    "an item further out",
    "tags:\n  - a\n - b\n",
    "4:2: the line does not begin in the same column as those above (found - b). Put the same number of spaces in front of every item of the list.",
  ],
  [
    "an open double quote",
    'title: "Unclosed\ndate: 2026-01-05\n',
    '2:8: a quote is opened and not closed (found "Unclosed). Add the closing `"`.',
  ],
  [
    "an open single quote",
    "date: 2026-01-05\ntags: ['a', 'b]\n",
    "3:13: a quote is opened and not closed (found 'b]). Add the closing `'`.",
  ],
  [
    "an open quote that the next one seems to close",
    'title: "Unclosed\nseries: "Tea"\n',
    '2:8: a quote is opened and not closed (found "Unclosed). Add the closing `"`.',
  ],
  [
    "an apostrophe in single quotes",
    "title: 'Don't panic'\n",
    "2:8: text stands behind the closing quote (found 'Don't panic'). Put the whole text into quotes: `\"Don't panic\"`.",
  ],
  [
    "quotes in quotes",
    'title: "He said "hi" to me"\n',
    '2:8: text stands behind the closing quote (found "He said "hi" to me"). Put the whole text into quotes: `\'He said "hi" to me\'`.',
  ],
  [
    "a mention",
    "title: @home\n",
    '2:8: the value begins with a character that means something else in YAML (found @home). Put it into quotes: `"@home"`.',
  ],
  [
    "a mention in a list",
    "tags: [@a, b]\n",
    '2:8: the value begins with a character that means something else in YAML (found @a). Put it into quotes: `"@a"`.',
  ],
  [
    "emphasis",
    "title: *bold*\n",
    '2:8: the value begins with a character that means something else in YAML (found *bold*). Put it into quotes: `"*bold*"`.',
  ],
  [
    "an exclamation",
    "title: !wow\n",
    '2:8: the value begins with a character that means something else in YAML (found !wow). Put it into quotes: `"!wow"`.',
  ],
  [
    "an open bracket",
    "tags: [a, b\ntitle: x\n",
    "2:7: a `[` is opened and not closed (found [a, b). Add the missing `]` or `,`.",
  ],
  ["a bracket too many", "tags: [a, b]]\n", "2:13: a bracket closes nothing (found `]`). Remove it."],
  [
    "a path in double quotes",
    'title: "C:\\dir"\n',
    "2:11: a backslash in double quotes has a meaning of its own. Use single quotes, or write `\\\\` for one backslash.",
  ],
  [
    "no space behind a colon",
    "date: 2026-01-05\ntitle:Tea\n",
    "3:1: there is no space behind the colon (found title:Tea). Write `title: Tea`.",
  ],
  [
    "nothing but a key without a space",
    "title:Tea\n",
    `2:1: the front matter is no list of keys and values (found title:Tea). Write one ${space}`,
  ],
  ["a list", "- a\n- b\n", `2:1: the front matter is no list of keys and values (found [a, b]). Write one ${space}`],
  [
    "prose",
    "title: x\njust text\ndate: y\n",
    "3:1: the line is no `key: value` (found just text). Write it as one; where the text of the post begins, write a line `---` above it.",
  ],
  [
    "a control character",
    "title: a\u0007b\n",
    "2:9: the front matter holds a character that cannot be printed. Remove it.",
  ],
  ["a NUL", "title: x\ntags: a\0\n", "3:8: the front matter holds a character that cannot be printed. Remove it."],
  [
    "a template",
    "title: {{ page.title }}\ndate: 2026-01-05\n",
    "2:8: `title` must be text (found {{…}}). Write `title: some text`.",
  ],
  [
    "lists in lists",
    `tags: ${"[".repeat(200)}${"]".repeat(200)}\n`,
    "2:106: the front matter nests too deep. Front matter needs no list inside a list.",
  ],
  [
    "what nobody foresaw",
    ": x\n",
    "2:1: the front matter is not valid YAML (incomplete explicit mapping pair; a key node is missed; or followed by a non-tabulated empty line). Check indentation and brackets, and put a value that holds `: `, `#` or a quote into quotes.",
  ],
])("%s is explained where it stands", (_, source, line) => {
  expect(check(`---\n${source}---\nText.\n`)).toContain(`posts/a.md:${line}`);
});

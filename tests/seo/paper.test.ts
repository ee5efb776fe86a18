import { expect, test } from "vitest";
import { parsePaper } from "../../src/seo/paper.ts";

test.each([
  [":root { --paper: light-dark(#fbf7f0, #191410); /* The page. */ }", { light: "#fbf7f0", dark: "#191410" }],
  [":root{--paper:light-dark(#fff,#000)}", { light: "#fff", dark: "#000" }],
  [":root { --ink: #000; --paper: white }", { light: "white", dark: "white" }],
  [
    ":root { --paper: light-dark(rgb(255, 250, 240), oklch(20% 0.02 60)); }",
    { light: "rgb(255, 250, 240)", dark: "oklch(20% 0.02 60)" },
  ],
  [":root {\n  --paper: light-dark(\n    #fff,\n    #000\n  );\n}", { light: "#fff", dark: "#000" }],
  ["/* --paper: red; */ :root { --paper: #fff; }", { light: "#fff", dark: "#fff" }],
  [":root { --wallpaper: red; --my--paper: blue; }", undefined],
  [":root { --paper: var(--cream); }", undefined],
  [":root { --paper: light-dark(var(--cream), #000); }", undefined],
  [":root { --paper: ; }", undefined],
  ["", undefined],
])("%s", (css, paper) => {
  expect(parsePaper(css)).toEqual(paper);
});

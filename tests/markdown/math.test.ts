import { readFileSync } from "node:fs";
import temml from "temml";
import { describe, expect, it } from "vitest";
import { splitStyle, toStyleClass } from "../../src/markdown/math/math-classes.ts";
import { findMath } from "../../src/markdown/math/find-math.ts";
import { toMathml } from "../../src/markdown/math/to-mathml.ts";
import { createRandom } from "../support/random.ts";
import { render, toPlaces } from "./markdown-context.ts";

const stylesheet = readFileSync(new URL("../../_includes/styles/math.css", import.meta.url), "utf8");

/** Something of everything that Temml does. */
const formulas = [
  "n(n-1)/2",
  "\\frac{a}{b} \\tfrac12 \\dfrac12 \\binom{n}{k} \\cfrac{1}{1+\\cfrac1x}",
  "\\sum_{i=1}^n i \\prod \\int_0^1 f(x)\\,dx \\lim_{x\\to0} \\iint \\oint",
  "\\sqrt{2} \\sqrt[3]{x} \\overline{ab} \\underline{cd} \\widehat{abc} \\widetilde{xyz} \\vec{v} \\hat f \\bar x \\dot y \\ddot z",
  "\\left( \\frac{a}{b} \\right)^2 \\left\\{ x \\middle| y \\right\\} \\bigl[ \\Big\\langle",
  "\\begin{pmatrix} 1 & 2 \\\\ \\hline 3 & 4 \\end{pmatrix} \\begin{smallmatrix} a & b \\end{smallmatrix}",
  "\\begin{array}{|l|c||r|} \\hline a & b & c \\\\ \\hline\\hline d & e & f \\\\ \\hdashline \\end{array}",
  "\\begin{cases} a & b \\\\ c & d \\end{cases}",
  "\\begin{aligned} a &= b \\\\[6pt] &= c \\end{aligned}",
  "\\mathbb{R} \\mathcal{L} \\mathscr{L} \\mathfrak{g} \\mathbf{x} \\mathrm{d}x \\mathsf{s} \\mathtt{t} \\boldsymbol{\\alpha} \\pmb{y}",
  "\\color{red}a \\textcolor{blue}{b} \\colorbox{yellow}{c} \\fcolorbox{red}{blue}{d}",
  "\\boxed{a} \\fbox{b} \\cancel{c} \\bcancel{d} \\xcancel{e} \\sout{f}",
  "a\\!b \\negmedspace c \\negthickspace d \\quad e \\hspace{1em} \\phantom{f} \\smash{g} \\mathrlap{h} \\mathllap{i} \\mathclap{j}",
  "\\underbrace{a+b}_{n} \\overbrace{c}^{m} \\xrightarrow[a]{b} \\overset{a}{b} \\underset{c}{d} \\stackrel{?}{=} \\sideset{_a^b}{_c^d}\\sum",
  "f'(x) f'' x_f^2 {}_a^b X \\text{if $x$ is} \\textbf{b} \\textit{c} \\operatorname{abc} x \\bmod 3 \\pmod{5}",
  "\\ce{H2O} \\pu{5 m/s} \\rule{1em}{2em} \\raisebox{2pt}{a} \\reflectbox{R} \\footnotesize x \\verb|a<b|",
];
const displays = [
  "a = b \\tag{1}",
  "\\begin{equation} a = b \\end{equation}",
  "\\begin{align} a &= b \\\\ c &= d \\nonumber \\end{align}",
  "\\begin{gather} a \\\\ b \\end{gather}",
  "\\sum_{\\substack{a \\\\ b}} x",
];

describe("findMath", () => {
  it.each<[text: string, tex: string | undefined]>([
    ["$a$", "a"],
    ["$a$b", "a"],
    ["$5 and $10", undefined],
    ["$5-$10", undefined],
    ["$a $", undefined],
    ["$ a$", undefined],
    ["$\na$", undefined],
    ["$a\n$", undefined],
    ["$a\\ $", "a\\ "],
    ["$a\\\\ $", undefined],
    ["$a\\$", undefined],
    ["$a\\$b$", "a\\$b"],
    ["$a$1", undefined],
    ["$a$１", "a"],
    ["$\u00a0a$", undefined],
    ["$a", undefined],
    ["$$", undefined],
    ["$$a$$", "a"],
    ["$$ a $$", " a "],
    ["$$a$$1", "a"],
    ["$$a$ b$$", "a$ b"],
    ["$$a$$$ b$$", "a$$$ b"],
    ["$$$a$$$", undefined],
    ["$\\text{$a$}$", "\\text{$a$}"],
    ["$\\text{a$ b", "\\text{a"],
    ["$`a`$", "a"],
    ["$`a`b`$", "`a`b`"],
  ])("reads %j", (text, tex) => {
    expect(findMath(text, 0)?.tex).toBe(tex);
  });
});

describe("formulas", () => {
  it.each([...formulas.map((tex) => [tex, false] as const), ...displays.map((tex) => [tex, true] as const)])(
    "become MathML with nothing that a page forbids: %s",
    (tex, isDisplay) => {
      const result = toMathml(tex, { isDisplay });
      const html = "html" in result ? result.html : JSON.stringify(result);
      expect(html).toMatch(/^<math[^>]* alttext="/);
      expect(html).not.toMatch(/\s(?:style|id|href|on\w+)=|<(?!\/?(?:m[a-z]+|none|span)\b)/);
      for (const [, classes = ""] of html.matchAll(/ class="([^"]+)"/g)) {
        for (const name of classes.split(" ")) expect(stylesheet + unstyled).toContain(`.${name}`);
      }
    },
  );

  it("lose no style of Temml's but those of which that is known", () => {
    const dropped = [...formulas, ...displays].flatMap((tex) => {
      const mathml = temml.renderToString(tex, { displayMode: true, throwOnError: true });
      const styles = [...mathml.matchAll(/ style="([^"]*)"/g)].flatMap(([, style = ""]) => splitStyle(style));
      // Colours become attributes.
      return styles.filter((style) => !style.startsWith("color:") && toStyleClass(style) === undefined);
    });
    // The box around what is raised, which MathML Core gives it by itself.
    expect(new Set(dropped)).toEqual(new Set(["padding:1.9925pt 0 0 0"]));
  });

  it.each([
    ["\\href{javascript:alert(1)}{x}", "there is no command \\href"],
    ["\\includegraphics{http://a.example/b.png}", "\\includegraphics is not allowed"],
    ["\\htmlStyle{color:red}{x}", "there is no command \\htmlStyle"],
    ["\\class{a}{x}", "\\class is not allowed"],
    ["a \\label{x} \\ref{x}", "references such as \\ref are not numbered here; write the number yourself"],
    ["\\phase{x}", "pages cannot show what it asks for (phasorangle)"],
    ["\\cancelto{0}{x}", "pages cannot show what it asks for (cancelto)"],
    ["\\frac{1}", "a command lacks an argument, or a brace is not closed"],
    ["{a", "a { is not closed"],
    ["a}", "a } closes nothing"],
    ["a & b", "a & stands outside of a matrix or an alignment"],
    ["a_b_c", "one symbol has two of a subscript"],
    ["\\begin{foo}\\end{foo}", "there is no environment foo"],
    ["\\def\\a{\\a\\a}\\a", "a macro never ends, or becomes too long"],
    [`${"{".repeat(101)}a`, "it is nested deeper than 100 levels"],
    ["a".repeat(10_001), "it is longer than 10000 characters"],
  ])("are refused in plain words: %s", (tex, what) => {
    expect(toMathml(tex, { isDisplay: true })).toEqual({ mistake: expect.objectContaining({ what }) });
  });

  it("define nothing for other formulas", () => {
    toMathml("\\gdef\\leak{a} \\leak", { isDisplay: false });
    expect(toMathml("\\leak", { isDisplay: false })).toHaveProperty("mistake");
  });

  it("take time in proportion to their length", { timeout: 20_000 }, () => {
    const macros = `\\def\\a{${"x".repeat(4_000)}}${"\\a".repeat(2_900)}`;
    expect(toMathml(macros, { isDisplay: false })).toHaveProperty("mistake");
    for (const piece of ["a_1", "\\sqrt", "f'", "\\not=", "\\color{red}a", "a\u0301", "\\hat"]) {
      toMathml(piece.repeat(10_000 / piece.length), { isDisplay: false });
    }
  });

  it("never throw, whatever is in them", { timeout: 60_000 }, () => {
    const random = createRandom(7);
    for (let run = 0; run < 3_000; run += 1) {
      const tex = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      const result = toMathml(tex, { isDisplay: run % 2 === 0 });
      const { html, what } = "html" in result ? { ...result, what: "fine" } : { html: "", ...result.mistake };
      expect(html).not.toMatch(/<script|\s(?:style|on\w+|href)=/);
      expect(what).toMatch(/^\S.*\S$/s);
    }
  });
});

describe("a formula with a mistake", () => {
  it.each<[name: string, text: string, places: string[]]>([
    ["in a line", "one\ntwo $a \\foo$ three", ["math@2:8"]],
    ["twice in a line", "$\\foo$ and $\\foo$", ["math@1:2", "math@1:13"]],
    ["over a line's end", "$a +\n\\foo$", ["math@2:1"]],
    ["in a table", "| a |\n|---|\n| $\\foo$ |", ["math@3:4"]],
    ["in a display", "a\n\n$$\nb\n  \\foo\n$$", ["math@5:3"]],
    ["in a display on its first line", "$$\\foo\nb$$", ["math@1:3"]],
    ["in a quotation", "> a\n>\n> $$\n> \\foo\n> $$", ["math@4:3"]],
    ["in a fence in a list", "- a\n\n  ```math\n  b\n  \\foo\n  ```", ["math@5:3"]],
    ["in a note", "a[^1]\n\n[^1]: b $\\foo$", ["math@3:10"]],
  ])("is found %s", async (_name, text, places) => {
    expect(toPlaces(await render(text))).toEqual(places);
  });

  it("is said to be one, with what to do", async () => {
    const { problems } = await render("It is $\\foo$.", { firstLine: 5 });
    expect(problems).toEqual([
      {
        id: "math",
        severity: "warning",
        file: "posts/hello.md",
        line: 5,
        column: 8,
        message: "formula is not understood: there is no command \\foo",
        remedy: "Correct it, or write `\\$` for a dollar.",
      },
    ]);
  });
});

describe("what is made of a text with formulas", () => {
  it("names its part, of the excerpt too", async () => {
    expect((await render("$a$\n\n<!-- more -->\n\nb")).excerptParts).toContain("math");
    const { parts, excerptParts } = await render("a\n\n<!-- more -->\n\n$b$");
    expect([parts, excerptParts]).toEqual([["math"], []]);
    expect((await render("costs $5, $10")).parts).toEqual([]);
  });

  it("has its TeX in plain text and in the text of headings", async () => {
    const { firstParagraph, headings } = await render("So $n^2$ it is.\n\n## The $n$-th");
    expect([firstParagraph, headings[0]?.text]).toEqual(["So n^2 it is.", "The n-th"]);
  });
});

/** Classes that stand for what a browser does by itself, or that are for whoever styles the blog. */
const unstyled = ".tml-tag";

const pieces = [
  ..."\\frac \\sqrt { } [ ] ^ _ & \\\\ \\left( \\right) \\begin{matrix} \\end{matrix} \\text{ \\def\\a{ \\a #1 ' $ % ~".split(
    " ",
  ),
  ...'\\color{red} \\href{javascript:a}{b} \\html \\style{a:b}{c} <b> </math> "x" &lt; \\u0000 \\tag{1} \\hline \\ce{H2O} \\verb|<|'.split(
    " ",
  ),
  ..."a 1 漢 é \u202e \0 \ud800".split(" "),
  " ",
  "\n",
];

/** Text that looks like Markdown, and characters that signs of Markdown look at. */
const pieces = (
  "word a foo·bar * ** _ __x__ snake_case ` `` $5 $x$ $$ [x](y) ![a](b) [^1] ^[n] &lt;div> &lt;!-- &amp;amp; &amp;#65; \\ \\* #· " +
  "1.· 2)· -· +· >· --- === ~~ ~ | |·a·|·b·| :· -- ... \" 'q' http://x.org/a www.x.org me@x.org {#id} 日本 「語」 é 😀 " +
  "\u00a0 \u00ad \u200b שלום ! (c) <br> \n ·· \t [foo]:·bar a|b x^2 H~2~O http: :// @ !! ] [ ( ) ]: *a* 0. ## &copy %41 <wbr> ."
)
  .split(" ")
  .map((piece) => piece.replaceAll("·", " "));

const inline = (
  "b i em strong s code kbd sub mark span u q font·color=red span·lang=de cite a·href='http://x.org/y' a·href='/p(1)' " +
  "span·style='font-weight:bold' abbr·title=x span·class=math"
)
  .split(" ")
  .map((tag) => tag.replaceAll("·", " "))
  .concat(`a href=/t title='T "q"'`);

const boxes =
  "p p p p h1 h3 pre div blockquote section ul ol ol·start=7 ol·type=a table dl figure details hr p·dir=rtl iframe";
const blocks = boxes.split(" ").map((box) => box.replaceAll("·", " "));

/** Pages that nobody wrote; the same for the same numbers. */
export class RandomHtml {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  flow(depth: number): string {
    return this.#repeat(4, () => (this.#random() < 0.12 ? this.line(2) : this.#block(depth)));
  }

  line(depth: number): string {
    return this.#repeat(5, () => {
      if (depth > 0 && this.#random() < 0.3) return this.#wrap(this.#pick(inline), this.line(depth - 1));
      return this.#pick(pieces) + (this.#random() < 0.5 ? " " : "");
    });
  }

  #block(depth: number): string {
    const tag = this.#pick(blocks);
    switch (tag.split(" ")[0]) {
      case "hr":
        return "<hr>";
      case "iframe":
        return "<iframe src='https://v.org/e'></iframe>";
      case "ul":
      case "ol":
        return this.#wrap(
          tag,
          this.#repeat(3, () => this.#wrap("li", this.#inside(depth))),
        );
      case "table":
        return this.#table(depth);
      case "dl":
        return this.#wrap(
          "dl",
          this.#repeat(2, () => `${this.#wrap("dt", this.line(1))}${this.#wrap("dd", this.#inside(depth))}`),
        );
      case "figure":
        return `<figure><img src=a.jpg alt=x><figcaption>${this.line(2)}</figcaption></figure>`;
      case "details":
        return `<details><summary>${this.line(1)}</summary>${this.#inside(depth)}</details>`;
      case "div":
      case "section":
      case "blockquote":
        return this.#wrap(tag, this.#inside(depth));
      default:
        return this.#wrap(tag, this.line(3));
    }
  }

  #table(depth: number): string {
    const columns = 1 + Math.floor(this.#random() * 3);
    const toCell = () => this.#wrap("td", this.#random() < 0.95 ? this.line(2) : this.#inside(depth));
    return this.#wrap(
      "table",
      this.#repeat(3, () => this.#wrap("tr", Array.from({ length: columns }, toCell).join(""))),
    );
  }

  #inside(depth: number): string {
    return depth > 0 && this.#random() < 0.5 ? this.flow(depth - 1) : this.line(2);
  }

  #wrap(tag: string, content: string): string {
    return `<${tag}>${content}</${tag.split(" ")[0] ?? ""}>`;
  }

  #pick(list: readonly string[]): string {
    return list[Math.floor(this.#random() * list.length)] ?? "";
  }

  #repeat(most: number, make: () => string): string {
    return Array.from({ length: 1 + Math.floor(this.#random() * most) }, make).join("");
  }
}

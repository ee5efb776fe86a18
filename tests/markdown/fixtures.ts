export type Fixture = {
  readonly title: string;
  /** From a title such as `quotation marks (fr)`; English without. */
  readonly language: string;
  readonly input: string;
  readonly output: string;
};

/** Pairs as in markdown-it's own tests: a title, then input and output between lines of a single dot. */
export function parseFixtures(text: string): Fixture[] {
  const pair = /^(?<title>\S.*)\n\.\n(?<input>[^]*?)^\.\n(?<output>[^]*?)^\.$/gm;
  return Array.from(text.matchAll(pair), ({ groups }) => {
    const { title = "", input = "", output = "" } = groups ?? {};
    const [, language = "en"] = /\(([a-z]{2}(?:-[A-Za-z]+)?)\)$/.exec(title) ?? [];
    return { title, language, input, output };
  });
}

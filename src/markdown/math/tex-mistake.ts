/** What is wrong with a formula, as the end of "formula is not understood: …"; `offset` is where in the TeX, from 0. */
export type TexMistake = { readonly what: string; readonly offset?: number };

/** What Temml's parser says, in plain words. */
const messages: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^Unsupported function name: (\S+)/, "there is no command $1"],
  [/^Function "(\S+)" is not trusted/, "$1 is not allowed"],
  [/^No such environment: (\S+)/, "there is no environment $1"],
  [/^Unexpected end of input in a macro argument/, "a command lacks an argument, or a brace is not closed"],
  [/^Expected '\}', got 'EOF'/, "a { is not closed"],
  [/^Expected 'EOF', got '\}'/, "a } closes nothing"],
  [/^Expected 'EOF', got '&'/, "a & stands outside of a matrix or an alignment"],
  [/^Expected '(\S+)', got 'EOF'/, "it ends where $1 should follow"],
  [/^Expected '(\S+)', got '(\S+)'/, "$2 stands where $1 should"],
  [/^Double (subscript|superscript)/, "one symbol has two of a $1"],
  [/^Too many expansions/, "a macro never ends, or becomes too long"],
];

export function toTexMistake(error: unknown): TexMistake {
  if (error instanceof RangeError) return { what: "it is nested too deeply" };
  const text = error instanceof Error ? error.message : String(error);
  const [said = ""] = text.trim().split(/ at (?:position \d+|end of input)|\n/);
  const offset = error instanceof Error && "position" in error ? Number(error.position) : Number.NaN;
  const what = toPlainWords(said.slice(0, maxSaid)) ?? toOwnWords(error, said.slice(0, maxSaid));
  return Number.isNaN(offset) ? { what } : { what, offset };
}

const maxSaid = 120;

function toPlainWords(said: string): string | undefined {
  for (const [pattern, what] of messages) {
    const match = pattern.exec(said);
    if (match) return what.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
  }
  return undefined;
}

/** An error that is not about the TeX says nothing to an author. */
function toOwnWords(error: unknown, said: string): string {
  const isAboutTex = error instanceof Error && error.constructor.name === "ParseError";
  return isAboutTex ? said.replace(/[.\s]+$/, "") : "it cannot be shown";
}

/** A style sheet as text, which a chunk brings along: a `<link>` would come later than what it styles. */
declare module "*.css" {
  const text: string;
  export default text;
}

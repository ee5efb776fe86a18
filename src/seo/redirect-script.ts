/**
 * Stands before the `refresh` of a page that leads on, which would lose the fragment: `/old/#comment-12` is a comment.
 * The rest of the page becomes one of HTML's too, so that the `refresh` does not overtake it. `<html data-to>` says
 * where it leads.
 */
export const fragmentScript = String.raw`if(location.hash){location.replace(document.documentElement.dataset.to+location.hash);document.write("\x3c!--")}`;

/**
 * On the home page and on that for what is not there, of a blog with addresses such as `/?p=12`: keeps the page from
 * being seen while `client/old-address.ts` finds out where such a one leads. `names`: parameters that may say so.
 */
export function toOldAddressScript(names: readonly string[], script: string): string {
  const isOld =
    names.length > mostNames
      ? "location.search"
      : `${toLiteral(names)}.some(n=>new URLSearchParams(location.search).has(n))`;
  return `(d=>{if(${isOld}){d.hidden=true;import(${toLiteral(script)}).catch(()=>d.hidden=false)}})(document.documentElement)`;
}

/** A page must not grow without end. */
const mostNames = 20;

/** As it may stand in a script in a page. */
function toLiteral(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";

const pageSize = 10;

/** Pages of ten for each term, as Eleventy's documentation has it for pagination of pagination. */
function paginateTerms(posts, key) {
  const byTerm = new Map();
  for (const post of posts) {
    for (const term of post.data[key] ?? []) byTerm.set(term, [...(byTerm.get(term) ?? []), post]);
  }
  return [...byTerm].flatMap(([term, own]) => {
    const total = Math.ceil(own.length / pageSize);
    return Array.from({ length: total }, (_, index) => ({
      term,
      posts: own.slice(index * pageSize, (index + 1) * pageSize),
      number: index + 1,
      total,
    }));
  });
}

export default function (config) {
  config.addPlugin(syntaxHighlight);
  config.addCollection("newest", (api) => api.getFilteredByGlob("**/posts/*.md").toReversed());
  config.addCollection("tagPages", (api) => paginateTerms(api.getFilteredByGlob("**/posts/*.md").toReversed(), "tags"));
  config.addCollection("categoryPages", (api) =>
    paginateTerms(api.getFilteredByGlob("**/posts/*.md").toReversed(), "categories"),
  );
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("feed", (posts) => posts.slice(0, 20));
  config.setFrontMatterParsingOptions({ excerpt: true, excerpt_separator: "<!-- more -->" });
  return { dir: { includes: "_includes" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}

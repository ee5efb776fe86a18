/**
 * What runs in the frame: the messages of giscus, a box to write in, the comments. It is text because it belongs to
 * another page than the blog's; its one source of truth is facts/giscus.md, "postMessage".
 */
export const widgetScript = String.raw`
const query = new URLSearchParams(location.search);
const page = query.get("origin");
const target = new URL(page).origin;
const session = query.get("session") || "";
const config = {
  repo: query.get("repo"), category: query.get("category"), categoryId: query.get("categoryId"), repoId: query.get("repoId"),
  term: query.get("term"), number: Number(query.get("number")) || 0, strict: query.get("strict") === "1",
  emitMetadata: query.get("emitMetadata") === "1", theme: query.get("theme"),
};
let token = "", discussion, answering;
const say = (giscus) => parent.postMessage({ giscus }, target);
const byId = (id) => document.getElementById(id);
const make = (name, content, more) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...[content ?? []].flat());
  return element;
};
const ask = async (path, body) => {
  const headers = { "content-type": "application/json", ...(token && { authorization: "Bearer " + token }) };
  const response = await fetch(path, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) });
  const answer = await response.json();
  if (!response.ok || answer.errors) throw new Error(answer.error || answer.message || answer.errors[0].message);
  return answer;
};
const signIn = async () => {
  if (!session) return;
  try {
    token = (await ask("/api/oauth/token", { session })).token;
  } catch (error) {
    say({ error: error.message });
  }
};
const read = async () => {
  const { repo, term, number, category, strict, emitMetadata } = config;
  const wanted = new URLSearchParams({ repo, term, number, category, strict, first: 100 });
  try {
    const answer = await ask("/api/discussions?" + wanted);
    discussion = answer.discussion;
    show(discussion.comments);
    const { comments, pageInfo, ...metadata } = discussion;
    if (emitMetadata) say({ discussion: metadata, viewer: answer.viewer });
  } catch (error) {
    discussion = undefined;
    show([]);
    if (error.message !== "Discussion not found") byId("state").textContent = "An error occurred: " + error.message;
    say({ error: error.message });
  }
};
const mutate = (query, variables) => ask("/graphql", { query, variables });
const write = async (body) => {
  const { repo, repoId, categoryId, term, number } = config;
  if (!discussion && number) throw new Error("Discussion not found");
  const text = "# " + term + "\n\n" + (query.get("description") || "") + "\n\n" + (query.get("backLink") || page);
  const id = discussion ? discussion.id
    : (await ask("/api/discussions", { repo, input: { repositoryId: repoId, categoryId, title: term, body: text } })).id;
  await mutate(
    "mutation($id: ID!, $body: String!, $to: ID) { addDiscussionComment(input: { discussionId: $id, body: $body, replyToId: $to }) { comment { id } } }",
    { id, body, to: answering },
  );
  answering = undefined;
  await read();
};
const showBox = () => {
  if (!token) {
    const address = "/api/oauth/authorize?redirect_uri=" + encodeURIComponent(page);
    byId("box").replaceChildren(make("a", "Sign in with GitHub", { href: address, target: "_top" }));
    return;
  }
  const area = make("textarea", "", { rows: 4, name: "body", required: true });
  const send = make("button", "Comment", { type: "button", onclick: async () => {
    if (!area.value.trim()) return;
    try {
      await write(area.value);
      area.value = "";
    } catch (error) {
      say({ error: error.message });
    }
  } });
  const leave = make("button", "Sign out", { type: "button", onclick: () => {
    say({ signOut: true, error: "State has expired (user signed out)." });
  } });
  byId("box").replaceChildren(make("label", ["Write a comment", area]), send, " ", leave);
};
const showComment = ({ author, createdAt, bodyHTML, replies, id, deletedAt, isMinimized }) => {
  const body = make("div");
  body.innerHTML = deletedAt ? "This comment was deleted." : isMinimized ? "This comment has been minimized." : bodyHTML;
  const parts = [make("header", [make("strong", author.login), " ", make("time", createdAt)]), body];
  if (replies && token) parts.push(make("button", "Reply", { type: "button", onclick: () => {
    answering = id;
    document.querySelector("textarea").focus();
  } }));
  return make("article", [...parts, ...(replies || []).map(showComment)]);
};
const show = (comments) => {
  const count = comments.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  byId("state").textContent = count === 1 ? "1 comment" : count + " comments";
  byId("list").replaceChildren(...comments.map(showComment));
};
const useTheme = (theme) => {
  const link = make("link", "", { id: "giscus-theme", rel: "stylesheet", crossOrigin: "anonymous", href: theme });
  if (/^(https?:|\/)/.test(theme)) (byId("giscus-theme") ? byId("giscus-theme").replaceWith(link) : document.head.append(link));
};
addEventListener("message", ({ origin, data }) => {
  const changes = origin === target && data && data.giscus && data.giscus.setConfig;
  if (!changes) return;
  const before = JSON.stringify(config);
  if (changes.theme && changes.theme !== config.theme) useTheme(changes.theme);
  for (const key of Object.keys(config)) if (changes[key] !== undefined) config[key] = changes[key];
  // A change of theme is the reader's, and asks for nothing.
  if (JSON.stringify({ ...config, theme: 0 }) !== JSON.stringify({ ...JSON.parse(before), theme: 0 })) void read();
});
new ResizeObserver(() => say({ resizeHeight: Math.max(1, document.documentElement.offsetHeight) })).observe(document.body);
// For tests: what another reader has written appears as it does when giscus looks again.
addEventListener("focus", () => void read());
signIn().then(showBox).then(read);
`;

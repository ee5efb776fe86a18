import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { queries, threadQueries } from "../../src/github/queries.ts";
import { toDatabaseId } from "../../emulator/store/node-id.ts";
import { walkDiscussion } from "../../emulator/store/model.ts";
import { ask, withEmulator } from "./ask.ts";

const repository = (fields: string) => `{ repository(owner: "klatsch", name: "emulated") { ${fields} } }`;

describe("the emulated repository", () => {
  test("answers what a set-up asks", async () => {
    const emulator = await withEmulator();
    const { body } = await ask(
      emulator,
      repository(
        "id nameWithOwner visibility hasDiscussionsEnabled discussionCategories(first: 10) { nodes { id name slug isAnswerable } }",
      ),
    );
    expect(body.data.repository).toMatchObject({
      id: emulator.repoId,
      nameWithOwner: "klatsch/emulated",
      visibility: "PUBLIC",
    });
    expect(body.data.repository.discussionCategories.nodes.map(({ name }: { name: string }) => name)).toEqual([
      "Announcements",
      "Comments",
      "Q&A",
    ]);
  });

  test("does not know another one", async () => {
    const { body } = await ask(await withEmulator(), '{ repository(owner: "a", name: "b") { id } }');
    expect(body).toMatchObject({ data: { repository: null }, errors: [{ type: "NOT_FOUND" }] });
  });

  test("refuses a field that GitHub does not have", async () => {
    const { body } = await ask(await withEmulator(), repository("colour"));
    expect(body.errors[0].message).toContain('Cannot query field "colour" on type "Repository"');
  });

  test("wants a token, and a good one", async () => {
    const emulator = await withEmulator();
    expect((await ask(emulator, "{ viewer { login } }", {}, { authorization: "" })).status).toBe(401);
    expect((await ask(emulator, "{ viewer { login } }", {}, { authorization: "bearer bad" })).status).toBe(401);
  });
});

describe("limits", () => {
  test("refuse a question that may have too many nodes", async () => {
    const said = "comments(first: 100) { nodes { replies(first: 100) { nodes { id } } } }";
    const { body } = await ask(await withEmulator(), repository(`discussions(first: 100) { nodes { ${said} } }`));
    expect(body.errors[0]).toMatchObject({
      type: "MAX_NODE_LIMIT_EXCEEDED",
      message: "This query requests up to 1,010,100 possible nodes which exceeds the maximum limit of 500,000.",
    });
  });

  test.each([
    ["discussions { nodes { id } }", "MISSING_PAGINATION_BOUNDARIES"],
    ["discussions(first: 101) { nodes { id } }", "EXCESSIVE_PAGINATION"],
  ])("refuse %s", async (fields, type) => {
    const { body } = await ask(await withEmulator(), repository(fields));
    expect(body.errors[0].type).toBe(type);
  });

  test("count points as GitHub does and end with 200 and an error", async () => {
    const emulator = await withEmulator({ rateLimit: 15 });
    const question = repository(
      "discussions(first: 20) { nodes { comments(first: 50) { nodes { replies(first: 20) { nodes { id } } } } } }",
    );
    const first = await ask(emulator, question);
    expect(first.headers.get("x-ratelimit-remaining")).toBe("5");
    const second = await ask(emulator, question);
    expect([second.status, second.body.errors[0].type, second.headers.get("x-ratelimit-remaining")]).toEqual([
      200,
      "RATE_LIMITED",
      "0",
    ]);
  });
});

describe("a conversation", () => {
  test("is written, edited, minimized, deleted and locked", async () => {
    const emulator = await withEmulator();
    const variables = { repo: emulator.repoId, category: emulator.categoryId };
    const made = await ask(
      emulator,
      `mutation($repo: ID!, $category: ID!) { createDiscussion(input: { repositoryId: $repo, categoryId: $category, title: "posts/tea", body: "x" }) { discussion { id number } } }`,
      variables,
    );
    const { id } = made.body.data.createDiscussion.discussion;
    const say = async (body: string, to?: string) => {
      const query = `mutation($id: ID!, $body: String!, $to: ID) { addDiscussionComment(input: { discussionId: $id, body: $body, replyToId: $to }) { comment { id databaseId bodyHTML replyTo { id } } } }`;
      return (await ask(emulator, query, { id, body, to })).body.data.addDiscussionComment.comment;
    };
    const first = await say("**One**");
    const reply = await say("Two", first.id);
    const third = await say("Three");
    expect(first).toMatchObject({ databaseId: toDatabaseId(1, 1), bodyHTML: '<p dir="auto"><strong>One</strong></p>' });
    expect(reply.replyTo).toEqual({ id: first.id });
    await ask(
      emulator,
      `mutation($id: ID!) { updateDiscussionComment(input: { commentId: $id, body: "2" }) { comment { id } } }`,
      { id: reply.id },
    );
    await ask(
      emulator,
      `mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OFF_TOPIC }) { minimizedComment { isMinimized } } }`,
      { id: reply.id },
    );
    await ask(emulator, `mutation($id: ID!) { deleteDiscussionComment(input: { id: $id }) { comment { id } } }`, {
      id: first.id,
    });
    await ask(emulator, `mutation($id: ID!) { deleteDiscussionComment(input: { id: $id }) { comment { id } } }`, {
      id: third.id,
    });
    await ask(
      emulator,
      `mutation($id: ID!) { addReaction(input: { subjectId: $id, content: HEART }) { reaction { content } } }`,
      { id: reply.id },
    );
    await ask(emulator, `mutation($id: ID!) { lockLockable(input: { lockableId: $id }) { lockedRecord { locked } } }`, {
      id,
    });
    const { body } = await ask(
      emulator,
      `query($id: ID!) { node(id: $id) { ... on Discussion { locked comments(first: 10) { totalCount nodes { deletedAt bodyHTML author { login } replies(first: 10) { nodes { body minimizedReason lastEditedAt reactionGroups { content reactors { totalCount } } } } } } } } }`,
      { id },
    );
    const [comment] = body.data.node.comments.nodes;
    expect(body.data.node).toMatchObject({ locked: true, comments: { totalCount: 1 } });
    expect(comment).toMatchObject({ author: null, bodyHTML: "", deletedAt: expect.any(String) });
    expect(comment.replies.nodes[0]).toMatchObject({
      body: "2",
      minimizedReason: "off-topic",
      lastEditedAt: expect.any(String),
    });
    expect(
      comment.replies.nodes[0].reactionGroups.find(({ content }: { content: string }) => content === "HEART").reactors
        .totalCount,
    ).toBe(1);
    expect(
      (
        await ask(
          emulator,
          `mutation($id: ID!) { addDiscussionComment(input: { discussionId: $id, body: "no" }) { comment { id } } }`,
          { id },
        )
      ).body.errors[0].type,
    ).toBe("FORBIDDEN");
    expect(
      (await ask(emulator, `query($id: ID!) { node(id: $id) { id } }`, { id: third.id })).body.errors[0].type,
    ).toBe("NOT_FOUND");
  });

  test("is paged without a gap or a double, also when a comment goes in between", async () => {
    const emulator = await withEmulator({ scale: { discussions: 11, comments: 50 } });
    const query = `query($number: Int!, $after: String) { repository(owner: "klatsch", name: "emulated") { discussion(number: $number) {
      comments(first: 60, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { databaseId id } } } } }`;
    const read = async (after?: string) =>
      (await ask(emulator, query, { number: 11, after })).body.data.repository.discussion.comments;
    const first = await read();
    expect(first.totalCount).toBe(200);
    const last = first.nodes.at(-1).id;
    await ask(emulator, `mutation($id: ID!) { deleteDiscussionComment(input: { id: $id }) { comment { id } } }`, {
      id: last,
    });
    const second = await read(first.pageInfo.endCursor);
    expect(second.nodes[0].databaseId).toBe(toDatabaseId(11, 61));
  });
});

describe("a big blog", () => {
  test("has exactly as many comments as were ordered, and finds each by its term and its id", async () => {
    const emulator = await withEmulator({ scale: { discussions: 20, comments: 50, post: (number) => `p${number}` } });
    const { store } = emulator.control;
    const counts = store
      .numbers()
      .map((number) => [...walkDiscussion(store.discussion(number) ?? { comments: [] })].length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(store.discussion(3)?.body).toContain(createHash("sha1").update("posts/p3").digest("hex"));
    const { body } = await ask(
      emulator,
      repository(
        "discussion(number: 1) { comments(first: 1) { nodes { replies(first: 100) { totalCount pageInfo { hasNextPage } nodes { id } } } } }",
      ),
    );
    const { replies } = body.data.repository.discussion.comments.nodes[0];
    expect(replies.totalCount).toBeGreaterThan(100);
    const node = await ask(
      emulator,
      `query($id: ID!) { node(id: $id) { ... on DiscussionComment { id replyTo { id } } } }`,
      { id: replies.nodes[99].id },
    );
    expect(node.body.data.node.id).toBe(replies.nodes[99].id);
  });

  test("is listed by either date, in both directions", async () => {
    const emulator = await withEmulator({ scale: { discussions: 30, comments: 10 } });
    for (const [field, direction] of [
      ["CREATED_AT", "ASC"],
      ["CREATED_AT", "DESC"],
      ["UPDATED_AT", "DESC"],
    ] as const) {
      const numbers: number[] = [];
      let after: string | undefined;
      do {
        const { body } = await ask(
          emulator,
          `query($after: String) { repository(owner: "klatsch", name: "emulated") { discussions(first: 7, after: $after, orderBy: { field: ${field}, direction: ${direction} }) { pageInfo { hasNextPage endCursor } nodes { number } } } }`,
          { after },
        );
        const { nodes, pageInfo } = body.data.repository.discussions;
        numbers.push(...nodes.map(({ number }: { number: number }) => number));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
      } while (after);
      expect(new Set(numbers).size).toBe(30);
      expect(numbers[0]).toBe(direction === "ASC" ? 1 : 30);
    }
  });
});

test("every question that we send to GitHub is answered", async () => {
  const emulator = await withEmulator({ scale: { discussions: 10, comments: 10 } });
  const listed = await ask(
    emulator,
    repository("discussions(first: 10) { nodes { id comments(first: 1) { nodes { id } } } }"),
  );
  const { nodes } = listed.body.data.repository.discussions;
  const id = nodes.find(({ comments }: { comments: { nodes: object[] } }) => comments.nodes.length > 0);
  const variables = {
    owner: "klatsch",
    name: "emulated",
    category: emulator.categoryId,
    direction: "ASC",
    first: 10,
    number: 1,
    id: id.id,
    discussion: id.id,
    comments: 10,
    replies: 10,
    repository: emulator.repoId,
    title: "posts/new",
    body: "Text",
    ...Object.fromEntries(nodes.map((node: { id: string }, index: number) => [`id${index}`, node.id])),
  };
  for (const [name, query] of [
    ...Object.entries(queries),
    ...threadQueries.map((text, index) => [`threads ${index}`, text] as const),
  ]) {
    const own = name === "moreReplies" ? { ...variables, id: id.comments.nodes[0].id } : variables;
    expect([name, (await ask(emulator, query, own)).body.errors]).toEqual([name, undefined]);
  }
});

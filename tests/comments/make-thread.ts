import type { Comment, Thread } from "../../src/comments/thread.ts";
import type { SourceFile } from "../../src/content/source-file.ts";

/** Small threads for tests; every field can be named. */
export function makeComment(id: string, fields: Partial<Comment> = {}): Comment {
  return {
    id,
    source: "github",
    anchor: `comment-${id}`,
    author: { name: `Author of ${id}` },
    createdAt: "2026-03-01T09:00:00Z",
    html: `<p>Text of ${id}.</p>`,
    status: "visible",
    replies: [],
    ...fields,
  };
}

export function makeThread(post: string, comments: readonly Comment[], fields: Partial<Thread> = {}): Thread {
  return { post, discussion: null, comments, ...fields };
}

export function toSource(text: string, path = "tea.json"): SourceFile {
  return { file: `comments/${path}`, path, bytes: new TextEncoder().encode(text) };
}

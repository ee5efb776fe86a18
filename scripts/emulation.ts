import { writeAddress } from "../emulator/address-file.ts";
import { startEmulator } from "../emulator/start-emulator.ts";
import type { NewComment, Store } from "../emulator/store/store.ts";
import { toTerm, toDiscussionBody } from "../src/github/markers.ts";
import { reactionNames, type Comment, type Thread } from "../src/comments/thread.ts";
import type { BlogFolder } from "../src/eleventy/blog-folder.ts";
import {
  findEmulatedPlace,
  toEmulatedComments,
  toEmulatorFolder,
  type EmulatedPlace,
} from "../src/eleventy/emulated-place.ts";
import { loadThreads } from "../src/eleventy/load-threads.ts";

/** The emulator beside the dev server. */
export type Emulation = { readonly place: EmulatedPlace; readonly close: () => Promise<void> };

/** Starts it with the blog's own GitHub threads in it, so that pressing *Join* shows what the page shows. */
export async function startEmulation(folder: BlogFolder): Promise<Emulation> {
  const running = findEmulatedPlace(folder);
  // A second `npm start` on the same blog shares the first one's.
  if (running) return { place: running, close: async () => {} };
  const own = toEmulatorFolder(folder);
  const emulator = await startEmulator({ folder: own });
  const { store } = emulator.control;
  for (const thread of loadThreads(folder.comments).byFile.values()) seed(store, thread, emulator.categoryId);
  const removeAddress = writeAddress(own, emulator);
  const { repo, repoId, category, categoryId, giscusHost: host, graphqlUrl } = emulator;
  const settings = { repo, repoId, category, categoryId, host };
  return {
    place: { settings, graphqlUrl, comments: toEmulatedComments(folder) },
    close: async () => {
      removeAddress();
      await emulator.close();
    },
  };
}

function seed(store: Store, { post, discussion, comments }: Thread, categoryId: string): void {
  const title = toTerm(post);
  const said = comments.filter(({ source }) => source === "github");
  if (said.length === 0 || store.numbers().some((number) => store.discussion(number)?.title === title)) return;
  const body = toDiscussionBody({ id: post, url: "", excerpt: "" });
  const { number } = store.addDiscussion({ title, body, author: "giscus[bot]", categoryId });
  for (const comment of said) addComment(store, number, comment);
  if (discussion?.locked) store.change(number, (own) => void Object.assign(own, { locked: true }));
}

// GitHub has two levels: a deeper reply stands beside the one that it answers.
function addComment(store: Store, number: number, comment: Comment, replyTo?: number): void {
  const added = store.addComment(number, { ...toDraft(comment), ...(replyTo !== undefined && { replyTo }) });
  for (const reply of comment.replies) addComment(store, number, reply, replyTo ?? added?.serial);
}

function toDraft({ author, html, createdAt, editedAt, status, reason, reactions = {} }: Comment): NewComment {
  if (status === "deleted") return { author: null, body: "", createdAt, deletedAt: createdAt };
  const groups = reactionNames.map((name) => [name, toLogins(reactions[name] ?? 0)] as const);
  return {
    author: author.name.replaceAll(/[^\w-]+/g, "-"),
    body: "",
    bodyHtml: html,
    createdAt,
    reactions: Object.fromEntries<string[]>(groups),
    ...(editedAt !== undefined && { lastEditedAt: editedAt }),
    ...(status === "minimized" && { minimizedReason: reason ?? "off-topic" }),
  };
}

function toLogins(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `reader-${index + 1}`);
}

import { isFailure } from "./giscus-error.ts";

type FrameEvents = {
  /** The conversation stands, with what giscus says of it; again at every change, and after a failure that passed. */
  readonly live: (discussion: LiveDiscussion | undefined) => void;
  /** It does not work, or not any more; the reason is for the log. */
  readonly down: (reason: string) => void;
};

/** What giscus tells of a discussion; replies are those that it has loaded. */
export type LiveDiscussion = { readonly totalCommentCount?: unknown; readonly totalReplyCount?: unknown };

/** In milliseconds. */
export type Patience = { readonly untilLoad: number; readonly afterLoad: number };

// Measured: a frame that is refused, broken or silent looks like a loaded one that never speaks. One that hangs does
// not even load.
export const defaultPatience: Patience = { untilLoad: 10_000, afterLoad: 4000 };

/**
 * Tells a living giscus frame from a dead one, which the page cannot look into. Alive is not enough: only when giscus
 * has found the discussion, or that there is none yet, does the conversation stand. Returns what ends the watch.
 */
export function watchFrame(frame: HTMLIFrameElement, patience: Patience, { live, down }: FrameEvents): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const { origin } = new URL(frame.src);
  let isAlive = false;
  let isLive = false;

  const fail = (reason: string) => {
    clearTimeout(timer);
    // What has stood once may stand again; what never came is given up.
    if (!isLive) listening.abort();
    down(reason);
  };
  const wait = (time: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => fail(`giscus said nothing for ${time} ms`), time);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  wait(patience.untilLoad);

  const hear = ({ data, origin: sender, source }: MessageEvent<unknown>) => {
    if (sender !== origin || source !== frame.contentWindow) return;
    const { error, resizeHeight, discussion } = toMessage(data);
    if (typeof error === "string" && isFailure(error)) return fail(error);
    if (resizeHeight && !isAlive) {
      isAlive = true;
      wait(patience.untilLoad);
    }
    if (!discussion && !isMissing(error)) return;
    // A word is a sign of life, too: browsers don't lay out a frame below the fold, so it has no height to tell.
    isAlive = isLive = true;
    clearTimeout(timer);
    live(discussion);
  };
  // A refusal by redirect ends at our own policy.
  const violation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (!isAlive && effectiveDirective === "frame-src") fail("the page's policy refused the giscus frame");
  };

  addEventListener("message", hear, { signal });
  frame.addEventListener("load", () => isAlive || wait(patience.afterLoad), { signal });
  document.addEventListener("securitypolicyviolation", violation, { signal });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

/** Said of a page on which nobody has said anything yet. */
function isMissing(error: unknown): boolean {
  return typeof error === "string" && error.includes("Discussion not found");
}

type GiscusMessage = {
  readonly error?: unknown;
  readonly resizeHeight?: unknown;
  readonly discussion?: LiveDiscussion;
};

function toMessage(data: unknown): GiscusMessage {
  const isEnvelope = typeof data === "object" && data !== null && "giscus" in data;
  return isEnvelope && typeof data.giscus === "object" && data.giscus !== null ? data.giscus : {};
}

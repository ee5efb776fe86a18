import { isFailure } from "./giscus-error.ts";

type FrameEvents = {
  /** At its first sign of life. */
  readonly alive: () => void;
  /** Once, with the reason for the log; nothing is heard after it. */
  readonly down: (reason: string) => void;
};

// Measured: a frame that is refused, broken or silent looks like a loaded one that never speaks. One that hangs does
// not even load.
const patience = { untilLoad: 10_000, afterLoad: 4_000 };

/** Tells a living giscus frame from a dead one, which the page cannot look into. */
export function watchFrame(frame: HTMLIFrameElement, { alive, down }: FrameEvents): void {
  const listening = new AbortController();
  const { signal } = listening;
  const { origin } = new URL(frame.src);
  let isAlive = false;

  const fail = (reason: string) => {
    clearTimeout(timer);
    listening.abort();
    down(reason);
  };
  const wait = (time: number) => setTimeout(() => fail(`giscus said nothing for ${time} ms`), time);
  let timer = wait(patience.untilLoad);

  const hear = ({ data, origin: sender, source }: MessageEvent<unknown>) => {
    if (sender !== origin || source !== frame.contentWindow) return;
    const { error, resizeHeight } = toMessage(data);
    if (typeof error === "string" && isFailure(error)) return fail(error);
    if (!resizeHeight || isAlive) return;
    isAlive = true;
    clearTimeout(timer);
    alive();
  };
  const load = () => {
    if (isAlive) return;
    clearTimeout(timer);
    timer = wait(patience.afterLoad);
  };
  // A refusal by redirect ends at our own policy.
  const violation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (!isAlive && effectiveDirective === "frame-src") fail("the page's policy refused the giscus frame");
  };

  addEventListener("message", hear, { signal });
  frame.addEventListener("load", load, { signal });
  document.addEventListener("securitypolicyviolation", violation, { signal });
}

type GiscusMessage = { readonly error?: unknown; readonly resizeHeight?: unknown };

function toMessage(data: unknown): GiscusMessage {
  const isEnvelope = typeof data === "object" && data !== null && "giscus" in data;
  return isEnvelope && typeof data.giscus === "object" && data.giscus !== null ? data.giscus : {};
}

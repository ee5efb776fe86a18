import "giscus";
import type { GiscusWidget } from "giscus";
import { toGiscusLanguage } from "./giscus-language.ts";
import { followScheme } from "./follow-scheme.ts";
import { provideStorage } from "./provide-storage.ts";
import { defaultPatience, watchFrame, type LiveDiscussion, type Patience } from "./watch-frame.ts";

export type ConversationEvents = {
  /** It stands, with how much it shows; again when that changes, and after a failure that passed. */
  readonly live: (count: number, box: HTMLElement) => void;
  /** It does not work. What never stood is gone from the page; what stood stays, with what its reader has typed. */
  readonly failed: () => void;
};

let close = () => {};

/** Puts the live conversation behind the button's section, in the place of an earlier one. */
export async function openConversation(button: HTMLButtonElement, { live, failed }: ConversationEvents): Promise<void> {
  close();
  const widget = createWidget(button.dataset);
  const box = createBox(widget);
  const section = button.closest("section") ?? document.body;
  // It goes into the address of the frame: whoever signs in comes back to the conversation, not to the page's top.
  widget.id = section.id;
  section.append(box);
  await widget.updateComplete;
  widget.removeAttribute("id");
  const frame = widget.iframeRef;
  if (!frame) throw new Error("giscus made no frame");
  const unfollow = followScheme(frame);
  let isLive = false;
  const unwatch = watchFrame(frame, toPatience(button.dataset["patience"]), {
    live: (discussion) => {
      isLive = true;
      live(toCount(discussion), box);
    },
    down: (reason) => {
      console.warn(reason);
      const hadFocus = box.contains(document.activeElement);
      if (!isLive) close();
      failed();
      // Only now is the button shown again, so that it can take the focus from what is gone.
      if (!isLive && hadFocus) button.focus();
    },
  });
  close = () => {
    unwatch();
    unfollow();
    box.remove();
  };
}

function createWidget(data: DOMStringMap): GiscusWidget {
  provideStorage();
  const { hash } = location;
  const widget = document.createElement("giscus-widget");
  // Its constructor takes the session out of the address, and the fragment with it.
  if (hash && !location.hash) history.replaceState(history.state, "", hash);
  for (const [name, value] of Object.entries(toAttributes(data))) widget.setAttribute(name, value);
  return widget;
}

function toAttributes(data: DOMStringMap): Record<string, string> {
  const { host = "", repo = "", repoId = "", category = "", categoryId = "", lang = "", theme = "" } = data;
  const { term = "", number } = data;
  return {
    host,
    repo,
    repoid: repoId,
    category,
    categoryid: categoryId,
    // By number there is no search, which may miss or take one page for another.
    mapping: number ? "number" : "specific",
    term: number ?? term,
    strict: "1",
    theme: new URL(theme, location.href).href,
    lang: toGiscusLanguage(lang),
    inputposition: "top",
    emitmetadata: "1",
    loading: "eager",
  };
}

/** Never hidden while it loads: a frame that is not displayed sends no height, and looks dead. */
function createBox(widget: GiscusWidget): HTMLElement {
  const box = document.createElement("div");
  box.className = "conversation-live";
  box.tabIndex = -1;
  box.append(widget);
  return box;
}

/** `"10000 4000"`: until the frame has loaded, and after that. */
function toPatience(text: string | undefined): Patience {
  const [untilLoad = Number.NaN, afterLoad = Number.NaN] = (text ?? "").split(" ").map(Number);
  return untilLoad && afterLoad ? { untilLoad, afterLoad } : defaultPatience;
}

function toCount({ totalCommentCount, totalReplyCount }: LiveDiscussion = {}): number {
  return Number(totalCommentCount ?? 0) + Number(totalReplyCount ?? 0);
}

import "giscus";
import type { GiscusWidget } from "giscus";
import { toGiscusLanguage } from "./giscus-language.ts";
import { followScheme } from "./follow-scheme.ts";
import { provideStorage } from "./provide-storage.ts";
import { watchFrame } from "./watch-frame.ts";

/**
 * Puts the live conversation behind the button's section and waits until it is alive; resolves to the box around it.
 * `onDown` hears of a failure after that; in both cases the box is gone again and the button may be pressed anew.
 */
export async function openConversation(button: HTMLButtonElement, onDown: () => void): Promise<HTMLElement> {
  const widget = createWidget(button.dataset);
  const box = createBox(widget);
  (button.closest("section") ?? document.body).append(box);
  await widget.updateComplete;
  const frame = widget.iframeRef;
  if (!frame) throw new Error("giscus made no frame");
  const unfollow = followScheme(frame);
  await new Promise<void>((resolve, reject) => {
    let isAlive = false;
    watchFrame(frame, {
      alive: () => {
        isAlive = true;
        resolve();
      },
      down: (reason) => {
        const hadFocus = box.contains(document.activeElement);
        unfollow();
        box.remove();
        if (!isAlive) return reject(new Error(reason));
        onDown();
        // Only now is the button shown again, so that it can take the focus from what is gone.
        if (hadFocus) button.focus();
      },
    });
  });
  return box;
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
  const { host = "", repo = "", repoId = "", category = "", categoryId = "", term = "", lang = "", theme = "" } = data;
  return {
    host,
    repo,
    repoid: repoId,
    category,
    categoryid: categoryId,
    term,
    theme,
    mapping: "specific",
    strict: "1",
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

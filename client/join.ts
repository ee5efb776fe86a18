import { createStatus, type Status } from "./status.ts";
import { whenShown } from "./when-shown.ts";

type Chunk = typeof import("./giscus.ts");

/** Until the button is pressed nothing is loaded, stored or changed. */
export function prepareConversation(): void {
  const button = document.querySelector<HTMLButtonElement>("button[data-join]");
  if (!button) return;
  const status = createStatus(button);
  const load = createLoader(button.dataset["src"] ?? "");
  const press = () => {
    if (button.getAttribute("aria-disabled") !== "true") void join(button, status, load);
  };
  button.addEventListener("click", press);
  const lookForNewer = () => {
    if (isNewer(location.hash.slice(1))) status.newer();
  };
  addEventListener("hashchange", lookForNewer);
  lookForNewer();
  // giscus sends a reader who has signed in back with the session in the address, where it must not stay.
  if (new URLSearchParams(location.search).has("giscus")) whenShown(press);
}

/** Whether an address leads to a comment that was written after the page. */
function isNewer(anchor: string): boolean {
  return anchor.startsWith("discussioncomment-") && !document.getElementById(anchor);
}

async function join(button: HTMLButtonElement, status: Status, load: () => Promise<Chunk>): Promise<void> {
  status.loading();
  try {
    const { openConversation } = await load();
    await openConversation(button, {
      failed: status.failed,
      live: (count, box) => {
        const hadFocus = document.activeElement === button;
        status.live(count);
        // The button is gone; whoever has moved on meanwhile stays where they are.
        if (hadFocus) box.focus();
      },
    });
  } catch (error) {
    console.warn(error);
    status.failed();
  }
}

/** Browsers may remember a failed import for as long as the page stands, so the next attempt has its own address. */
function createLoader(source: string): () => Promise<Chunk> {
  let failures = 0;
  return async () => {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-return -- the address is the page's; what it leads to is ours
      return await import(failures === 0 ? source : `${source}?${failures}`);
    } catch (error) {
      failures += 1;
      throw error;
    }
  };
}

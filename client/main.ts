import { createStatus } from "./status.ts";
import type { Status } from "./status.ts";

type Chunk = typeof import("./giscus.ts");

const found = document.querySelector<HTMLButtonElement>("button[data-join]");
if (found) prepare(found);

/** Until the button is pressed nothing is loaded, stored or changed. */
function prepare(button: HTMLButtonElement): void {
  const status = createStatus(button);
  let attempts = 0;
  const press = () => {
    if (button.getAttribute("aria-disabled") !== "true") void join(button, status, (attempts += 1));
  };
  button.addEventListener("click", press);
  // giscus sends a reader who has signed in back with the session in the address, where it must not stay.
  if (new URLSearchParams(location.search).has("giscus")) press();
}

async function join(button: HTMLButtonElement, status: Status, attempt: number): Promise<void> {
  status.loading();
  try {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- the address is the page's; what it leads to is ours
    const { openConversation }: Chunk = await import(toSource(button, attempt));
    const box = await openConversation(button, status.failed);
    const hadFocus = document.activeElement === button;
    status.live();
    // The button is gone; whoever has moved on meanwhile stays where they are.
    if (hadFocus) box.focus();
  } catch (error) {
    console.warn(error);
    status.failed();
  }
}

/** Browsers may remember a failed import for as long as the page stands, so every new attempt has its own address. */
function toSource(button: HTMLButtonElement, attempt: number): string {
  const source = button.dataset["src"] ?? "";
  return attempt === 1 ? source : `${source}?${attempt}`;
}

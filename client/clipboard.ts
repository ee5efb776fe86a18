// A chunk of its own: loaded where there is code, or when somebody shares.

const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

/** A button on each block of code; `data-copy`, `data-done` and `data-failed` of `words` are its texts. */
export function addCopyButtons(blocks: Iterable<HTMLElement>, { dataset }: HTMLElement): void {
  // Only where the page came over a safe connection do browsers have one.
  if (!("clipboard" in navigator)) return;
  for (const block of blocks) {
    const code = block.querySelector("code");
    if (!code) continue;
    const text = code.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = dataset["copy"] ?? "";
    button.addEventListener("click", () => {
      // The reader's own keys are never refused.
      void copy(text, button, dataset).then((isCopied) => isCopied || getSelection()?.selectAllChildren(code));
    });
    // Inside of what is scrolled, so that it can stick to the corner.
    code.prepend(button);
  }
}

/** By the system's own dialog where there is one; else the page's address is copied. */
export async function share(button: HTMLElement): Promise<void> {
  const url = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
  try {
    await navigator.share({ title: document.title, url });
  } catch (error) {
    // Who closes the dialog wants nothing else either.
    const isClosed = error instanceof DOMException && error.name === "AbortError";
    if (!isClosed) await copy(url, button, button.dataset);
  }
}

async function copy(text: string, button: HTMLElement, { done = "", failed = "" }: DOMStringMap): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    say(done, button);
    return true;
  } catch {
    say(failed, button);
    return false;
  }
}

/** To the eye on the button, to the ear in a live region; for a while. */
function say(text: string, button: HTMLElement): void {
  const label = (button.dataset["label"] ??= button.textContent);
  button.textContent = status.textContent = text;
  setTimeout(() => {
    button.textContent = label;
    status.textContent = "";
  }, 2500);
}

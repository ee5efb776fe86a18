/**
 * giscus keeps its session in `localStorage` without asking whether it may: where the reader has blocked it, the
 * element dies at birth. A storage that forgets with the page lets them read and sign in all the same.
 */
export function provideStorage(): void {
  try {
    localStorage.getItem("giscus-session");
  } catch {
    Object.defineProperty(window, "localStorage", { configurable: true, value: createForgetfulStorage() });
  }
}

function createForgetfulStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

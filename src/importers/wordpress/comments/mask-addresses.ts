/** Of an e-mail address the name in front of the `@` is left, of an IP address nothing. */
export function maskAddresses(text: string): string {
  return text
    .replace(/([^\s@<>()[\]"':]{0,64})@[^\s@<>()[\]"']{1,190}\.[^\s@.<>()[\]"']{2,}/g, (_whole, local: string) => {
      return `${local}@…`;
    })
    .replace(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, "…")
    .replace(/(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]{1,19}(?![\w:])/gi, "…");
}

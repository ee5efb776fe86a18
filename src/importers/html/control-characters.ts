// eslint-disable-next-line no-control-regex -- those are the characters in question
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/** They are no characters of HTML; NUL and its like serve us as signs. */
export function withoutControls(text: string): string {
  return text.replace(controls, "");
}

// eslint-disable-next-line no-control-regex -- those are the characters in question
const controlsAndSpaces = /[\u0000-\u0020\u007f]/g;

/** A browser skips them in an address. */
export function withoutSpaces(address: string): string {
  return address.replace(controlsAndSpaces, "");
}

/** An address without a space in it. */
export function encodeSpaces(address: string): string {
  return address.replace(controlsAndSpaces, encodeURIComponent);
}

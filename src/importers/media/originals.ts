import { foldPath } from "../output/output-path.ts";

export type Attachment = {
  readonly id: string;
  readonly url: string;
  /** `_wp_attached_file`. */
  readonly file: string;
  /** File names of its resized copies, and of the original behind a scaled one. */
  readonly sizes: readonly string[];
};

export type Originals = {
  /** Paths below the uploads folder under which the picture behind a path may be, the best first. */
  readonly candidatesOf: (path: string, isThere: (path: string) => boolean) => readonly string[];
  /** Address of a path, where an attachment has it. */
  readonly urlOf: (path: string) => string | undefined;
};

/** `pic-300x200.jpg`, `pic-scaled.jpg`, `pic-rotated.jpg`. */
const resized = /-(?:\d{1,5}x\d{1,5}|scaled|rotated)(?=\.\w{1,9}$)/;
const scaled = /-(?:scaled|rotated)(?=\.\w{1,9}$)/;

/** Knows which pictures are copies of which. */
export function createOriginals(attachments: readonly (Attachment & { readonly path: string })[]): Originals {
  const files = new Map<string, { readonly path: string; readonly url: string; readonly original?: string }>();
  const copies = new Map<string, string>();
  for (const { path, url, sizes } of attachments) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const first = scaled.test(path) ? path.replace(scaled, "") : undefined;
    const names = sizes.map((name) => `${folder}${name}`.normalize("NFC"));
    const known = files.has(foldPath(path));
    // What is called so without being named in the metadata may be another picture's name.
    const original = first !== undefined && names.includes(first) ? first : undefined;
    if (!known) files.set(foldPath(path), { path, url, ...(original !== undefined && { original }) });
    for (const name of names) if (!copies.has(foldPath(name))) copies.set(foldPath(name), path);
  }
  const ofAttachment = (path: string): string[] => {
    const file = files.get(foldPath(path));
    if (!file) return [path];
    return [...(file.original === undefined ? [] : [file.original]), file.path];
  };
  return {
    candidatesOf: (path, isThere) => {
      const own = files.get(foldPath(path));
      if (own) return ofAttachment(own.path);
      const parent = copies.get(foldPath(path));
      if (parent !== undefined) return [...ofAttachment(parent), path];
      const base = path.replace(resized, "");
      if (base === path) return [path];
      const large = base.replace(/(?=\.\w{1,9}$)/, "-scaled");
      const found = [base, large].find((other) => files.has(foldPath(other)));
      if (found !== undefined) return [...ofAttachment(found), path];
      return isThere(base) ? [base, path] : [path];
    },
    urlOf: (path) => {
      const file = files.get(foldPath(path));
      return file?.path === path ? file.url : undefined;
    },
  };
}

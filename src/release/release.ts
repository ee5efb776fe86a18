import type { PackageJson } from "./package-json.ts";

export type ReleaseFile = { readonly content: Uint8Array; readonly isExecutable: boolean };

/** What a release brings to a blog: its files without the samples that are the owner's from the beginning. */
export type Release = {
  readonly version: string;
  /** Where it comes from, as a person would say it. */
  readonly name: string;
  /** By path relative to the repository, with `/`; `package.json` is not among them. */
  readonly files: ReadonlyMap<string, ReleaseFile>;
  readonly packageJson: PackageJson;
};

/** What is known of the release that is installed, so that the owner's changes can be told from the engine's. */
export type Base = {
  /** Its files; undefined when nobody knows. */
  readonly paths: ReadonlySet<string> | undefined;
  /** Whether the installed release had this file with this content. */
  readonly isInstalled: (path: string, content: Uint8Array) => boolean;
  /** Whether the engine had it, in the installed release or later. */
  readonly isKnown: (path: string, content: Uint8Array) => boolean;
  /** Files that the engine had after the installed release, which may lie in a blog that was begun in between. */
  readonly laterPaths: readonly string[];
  /** The installed `package.json` first, then later ones; empty when nobody knows. */
  readonly packages: readonly PackageJson[];
};

/** What lies at a path of the blog. */
export type LocalFile =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly content: Uint8Array; readonly isExecutable: boolean }
  /** A link or a folder in the file's place, or a file or link in that of one of its folders. */
  | { readonly kind: "obstacle"; readonly what: "link" | "file" | "folder"; readonly at: string };

import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readIfThere } from "../files/read-folder.ts";
import type { SourceFile } from "../content/source-file.ts";
import { enginePath, engineRoot } from "./engine.ts";

/** The owner's folders. With `--posts` alone there is nothing but posts. */
export type BlogFolder = {
  readonly posts: string;
  readonly pages?: string;
  readonly data?: string;
  readonly publicFiles?: string;
  readonly comments?: string;
  /** Components of the owner that stand in for ours. */
  readonly overrides?: string;
  /** The folder that holds all these. */
  readonly root?: string;
  /** `urls.txt`, which a build of a whole blog keeps. */
  readonly urls?: string;
  /** The owner's style tokens; the engine's where there are none. */
  readonly theme: string;
};

export type FolderOptions = {
  readonly blog?: string | undefined;
  readonly posts?: string | undefined;
  readonly comments?: string | undefined;
};

/** Which folders are read; all paths are absolute. */
export function findBlogFolder({ blog, posts, comments }: FolderOptions): BlogFolder {
  const threads = comments === undefined ? {} : { comments: resolve(comments) };
  if (posts !== undefined) return { posts: resolve(posts), theme: defaultTheme, ...threads };
  const root = blog === undefined ? engineRoot : resolve(blog);
  const theme = join(root, "_includes/styles/theme.css");
  return {
    posts: join(root, "posts"),
    pages: join(root, "pages"),
    data: join(root, "_data"),
    publicFiles: join(root, "public"),
    comments: join(root, "comments"),
    overrides: join(root, "overrides/components"),
    root,
    urls: join(root, "urls.txt"),
    ...threads,
    theme: existsSync(theme) ? theme : defaultTheme,
  };
}

const defaultTheme = enginePath("_includes/styles/theme.css");

/** Reads one file for the model; undefined when it is not there. */
export function readSource(folder: string, path: string): SourceFile | undefined {
  const file = join(folder, path);
  const bytes = readIfThere(file);
  return bytes && { file: toDisplayPath(file), path: path.normalize("NFC"), bytes };
}

/** Relative to the working directory, with `/`, as problems name files. */
export function toDisplayPath(file: string): string {
  return relative(process.cwd(), file).replaceAll("\\", "/");
}

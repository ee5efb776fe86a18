import { rmdirSync } from "node:fs";

/** Removes a folder in which nothing is; false when there is something in it. */
export function removeEmptyFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOTEMPTY", "EEXIST"].includes(String(error.code))) return false;
    throw error;
  }
}

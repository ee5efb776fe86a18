/** One page of each kind of the sample blog. */
export type PageKind = { readonly name: string; readonly path: string; readonly isScored: boolean };

export const pageKinds: readonly PageKind[] = [
  { name: "home", path: "/", isScored: true },
  { name: "post", path: "/posts/two-chairs/", isScored: true },
  { name: "category", path: "/categories/leadership/", isScored: true },
  { name: "search", path: "/search/", isScored: true },
  { name: "page", path: "/about/", isScored: false },
  { name: "tags", path: "/tags/", isScored: false },
  { name: "archive", path: "/archive/", isScored: false },
];

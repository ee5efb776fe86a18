import type { StoredDiscussion } from "../store/model.ts";
import { toConnection, type PageArguments } from "./connection.ts";
import { notFound } from "./not-found.ts";
import { toActor } from "./to-actor.ts";
import { toCategory } from "./to-category.ts";
import { toDiscussion } from "./to-discussion.ts";
import { toRepositoryUrl, type World } from "./world.ts";

type DiscussionOrder = {
  readonly field: "CREATED_AT" | "UPDATED_AT";
  readonly direction: "ASC" | "DESC";
};

type DiscussionArguments = PageArguments & {
  readonly categoryId?: string | null;
  readonly states?: readonly ("OPEN" | "CLOSED")[] | null;
  readonly orderBy?: DiscussionOrder | null;
};

export function toRepository(world: World): object {
  const { repository } = world.store;
  const { id, owner, name, isPrivate, categories } = repository;
  const giscusFile = JSON.stringify({ origins: repository.origins });
  const node: object = {
    __typename: "Repository",
    id,
    name,
    nameWithOwner: `${owner}/${name}`,
    owner: () => toActor(owner, world),
    url: toRepositoryUrl(world.store),
    isPrivate,
    isArchived: false,
    isFork: false,
    visibility: isPrivate ? "PRIVATE" : "PUBLIC",
    viewerPermission: world.viewer === owner ? "ADMIN" : "READ",
    viewerCanAdminister: world.viewer === owner,
    hasDiscussionsEnabled: repository.hasDiscussionsEnabled,
    defaultBranchRef: { __typename: "Ref", id: "REF_main", name: "main" },
    object: ({ expression }: { readonly expression?: string | null }) =>
      expression?.endsWith(":giscus.json") && repository.origins.length > 0
        ? { __typename: "Blob", id: "B_giscus", text: giscusFile, byteSize: giscusFile.length, isBinary: false }
        : null,
    discussion: ({ number }: { readonly number: number }) => {
      const found = world.store.discussion(number);
      if (!found) throw notFound(`Could not resolve to a Discussion with the number of ${number}.`);
      return toDiscussion(found, () => node, world);
    },
    discussions: (page: DiscussionArguments) => listDiscussions(page, () => node, world),
    discussionCategory: ({ slug }: { readonly slug: string }) => {
      const found = categories.find((category) => category.slug === slug);
      return found ? toCategory(found) : null;
    },
    discussionCategories: (page: PageArguments) =>
      toConnection(categories.toSorted(byName), page, { keys: (category) => [category.name], toNode: toCategory }),
  };
  return node;
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

function listDiscussions(page: DiscussionArguments, toHome: () => unknown, world: World) {
  const { field, direction } = page.orderBy ?? { field: "UPDATED_AT", direction: "DESC" };
  const keys = ({ createdAt, updatedAt, number }: StoredDiscussion) =>
    [field === "CREATED_AT" ? createdAt : updatedAt, number] as const;
  const sign = direction === "DESC" ? -1 : 1;
  const found = world.store
    .numbers()
    .flatMap((number) => world.store.discussion(number) ?? [])
    .filter(({ categoryId }) => !page.categoryId || categoryId === page.categoryId)
    .filter(({ closed }) => !page.states?.length || page.states.includes(closed ? "CLOSED" : "OPEN"))
    .map((discussion) => ({ discussion, key: keys(discussion) }))
    .sort(
      ({ key: [one, first] }, { key: [other, second] }) => sign * (one < other ? -1 : one > other ? 1 : first - second),
    );
  return toConnection(found, page, {
    keys: ({ key }) => key,
    toNode: ({ discussion }) => toDiscussion(discussion, toHome, world),
    isDescending: direction === "DESC",
  });
}

/** A comment as far as its place matters. */
export type Placed = {
  readonly id: string;
  /** Id of the comment that it answers; undefined for one on the post. */
  readonly parent: string | undefined;
  readonly isShown: boolean;
};

export type Place<Item> = {
  /** The nearest that is shown of those that it answers. */
  readonly parent?: Item;
  /** Why it does not stand beneath the comment that it answers. */
  readonly moved?: "missing" | "hidden" | "circle";
};

/**
 * Where each shown comment belongs, whatever the order, without recursion and in linear time. What answers something
 * that is not there, or itself by some way, stands on the post; what answers something hidden, beneath what that
 * answers. `items` are in reading order: the first of a circle is the one that it is opened at.
 */
export function arrangeComments<Item extends Placed>(items: readonly Item[]): Map<Item, Place<Item>> {
  const byId = new Map<string, Item>();
  for (const item of items.toReversed()) {
    if (item.isShown || !byId.get(item.id)?.isShown) byId.set(item.id, item);
  }
  const opened = findCircles(items, byId);
  const parentOf = (item: Item): Item | undefined => {
    return item.parent === undefined || opened.has(item) ? undefined : byId.get(item.parent);
  };
  const nearest = createFinder(parentOf);
  const toPlace = (item: Item): Place<Item> => {
    if (item.parent === undefined) return {};
    const above = parentOf(item);
    if (above === undefined) return { moved: opened.has(item) ? "circle" : "missing" };
    const parent = nearest(above);
    return { ...(parent && { parent }), ...(!above.isShown && { moved: "hidden" }) };
  };
  return new Map(items.filter(({ isShown }) => isShown).map((item) => [item, toPlace(item)]));
}

/** The first of each circle of answers. */
function findCircles<Item extends Placed>(items: readonly Item[], byId: ReadonlyMap<string, Item>): Set<Item> {
  const rank = new Map(items.map((item, index) => [item, index]));
  const done = new Set<Item>();
  const opened = new Set<Item>();
  for (const start of items) {
    const path = new Set<Item>();
    let item: Item | undefined = start;
    while (item && !done.has(item) && !path.has(item)) {
      path.add(item);
      item = item.parent === undefined ? undefined : byId.get(item.parent);
    }
    if (item && path.has(item)) {
      const steps = [...path];
      const circle = steps.slice(steps.indexOf(item));
      opened.add(circle.reduce((first, step) => ((rank.get(step) ?? 0) < (rank.get(first) ?? 0) ? step : first)));
    }
    for (const step of path) done.add(step);
  }
  return opened;
}

/** Itself or the nearest above that is shown; what was found once is not looked for again. */
function createFinder<Item extends Placed>(parentOf: (item: Item) => Item | undefined) {
  const known = new Map<Item, Item | undefined>();
  return (start: Item): Item | undefined => {
    const path: Item[] = [];
    let item: Item | undefined = start;
    while (item && !item.isShown && !known.has(item)) {
      path.push(item);
      item = parentOf(item);
    }
    const found = item && (item.isShown ? item : known.get(item));
    for (const step of path) known.set(step, found);
    return found;
  };
}

/** Merging of ordered lists: blocks and photo uses by id, bylines and tags by value. */
import { diff3Merge } from 'node-diff3';

/**
 * The merged order of keys. A key stays when either side added it, or neither side removed it; the caller says
 * which removed keys must come back (because the other side changed them).
 */
export function mergeOrder(
  a: readonly string[],
  base: readonly string[],
  b: readonly string[],
  mustStay: ReadonlySet<string>,
): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const add = (keys: readonly string[]) => {
    for (const key of keys) {
      if (seen.has(key)) continue;
      seen.add(key);
      order.push(key);
    }
  };
  for (const region of diff3Merge([...a], [...base], [...b], { excludeFalseConflicts: true })) {
    if (region.ok !== undefined) add(region.ok);
    else if (region.conflict !== undefined) {
      const keep = (key: string, other: readonly string[]) =>
        mustStay.has(key) || other.includes(key) || !base.includes(key);
      add(region.conflict.a.filter((key) => keep(key, b)));
      add(region.conflict.b.filter((key) => keep(key, a)));
    }
  }
  for (const key of mustStay) if (!seen.has(key)) insertAfterNeighbour(order, seen, key, [a, b]);
  return order;
}

/** Puts a key back behind the nearest key that stood before it. */
function insertAfterNeighbour(
  order: string[],
  seen: Set<string>,
  key: string,
  sides: readonly (readonly string[])[],
) {
  const side = sides.find((keys) => keys.includes(key)) ?? [];
  const before = side.slice(0, side.indexOf(key)).findLast((neighbour) => seen.has(neighbour));
  order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  seen.add(key);
}

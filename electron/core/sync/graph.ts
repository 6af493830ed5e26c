/** The chain of a story's versions: who comes from whom, and where two ends part. */
import type { VersionId } from '#shared/domain/ids.ts';
import type { Version } from '#shared/domain/version.ts';

export interface VersionGraph {
  has(id: VersionId): boolean;
  get(id: VersionId): Version | null;
  /** Is `older` the version itself or somewhere behind it? */
  comesFrom(version: VersionId, older: VersionId): boolean;
  /** The newest version that both come from; the same whichever is named first. null when they share none. */
  base(a: VersionId, b: VersionId): VersionId | null;
  /** Versions behind `to` (and itself) that are not behind `from`. */
  between(from: VersionId | null, to: VersionId): readonly Version[];
}

export function versionGraph(versions: readonly Version[]): VersionGraph {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const behind = (start: VersionId): Set<VersionId> => {
    const seen = new Set<VersionId>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id) || !byId.has(id)) continue;
      seen.add(id);
      open.push(...(byId.get(id)?.parents ?? []));
    }
    return seen;
  };
  return {
    has: (id) => byId.has(id),
    get: (id) => byId.get(id) ?? null,
    comesFrom: (version, older) => behind(version).has(older),
    base: (a, b) => {
      const fromB = behind(b);
      const common = [...behind(a)].filter((id) => fromB.has(id));
      const depths = depthsOf(byId);
      // The deepest common version is behind no other common one.
      const [best] = common.toSorted(
        (x, y) => (depths.get(y) ?? 0) - (depths.get(x) ?? 0) || (x < y ? -1 : 1),
      );
      return best ?? null;
    },
    between: (from, to) => {
      const known = from === null ? new Set<VersionId>() : behind(from);
      return [...behind(to)].flatMap((id) => (known.has(id) ? [] : (byId.get(id) ?? [])));
    },
  };
}

/** How many steps each version is from the beginning, along the longest way. Without recursion: chains are long. */
function depthsOf(byId: ReadonlyMap<VersionId, Version>): Map<VersionId, number> {
  const depths = new Map<VersionId, number>();
  for (const start of byId.keys()) {
    const open = [start];
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const parents = (byId.get(id)?.parents ?? []).filter((parent) => byId.has(parent));
      const waiting = parents.filter((parent) => !depths.has(parent));
      if (depths.has(id) || waiting.length === 0) {
        if (!depths.has(id))
          depths.set(id, 1 + Math.max(0, ...parents.map((parent) => depths.get(parent) ?? 0)));
        open.pop();
      } else {
        open.push(...waiting);
      }
    }
  }
  return depths;
}

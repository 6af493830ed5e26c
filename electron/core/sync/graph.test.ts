import { describe, expect, it } from 'vitest';
import type { VersionId } from '#shared/domain/ids.ts';
import type { Version } from '#shared/domain/version.ts';
import { versionGraph } from './graph.ts';

const id = (name: string) => name as VersionId;

/** `c: a b` is a version c with the parents a and b. */
function graph(...lines: readonly string[]) {
  return versionGraph(
    lines.map((line) => {
      const [name = '', parents = ''] = line.split(':');
      return {
        id: id(name),
        parents: parents.trim().split(' ').filter(Boolean).map(id),
      } as unknown as Version;
    }),
  );
}

describe('the newest common version', () => {
  it.each([
    ['of a fork', ['a:', 'b: a', 'c: a'], 'b', 'c', 'a'],
    ['of a line is the older one', ['a:', 'b: a', 'c: b'], 'a', 'c', 'a'],
    ['after a merge is what was merged', ['a:', 'b: a', 'c: a', 'm: b c', 'd: c'], 'm', 'd', 'c'],
    ['of strangers is none', ['a:', 'b:'], 'a', 'b', null],
    [
      'of two merges of one pair is the same for both',
      ['a:', 'b: a', 'c: a', 'm: b c', 'n: c b'],
      'm',
      'n',
      'b',
    ],
    ['does not stumble over parents that are not here', ['b: gone', 'c: b', 'd: b'], 'c', 'd', 'b'],
  ])('%s', (_, lines, a, b, base) => {
    expect(graph(...lines).base(id(a), id(b))).toBe(base);
    expect(graph(...lines).base(id(b), id(a))).toBe(base);
  });

  it('is found in a long chain', () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => (n === 0 ? 'v0:' : `v${n}: v${n - 1}`));
    const long = graph(...lines.toReversed(), 'x: v2500');
    expect(long.base(id('v4999'), id('x'))).toBe('v2500');
  });
});

it('knows what came between two versions, by every way', () => {
  const forked = graph('a:', 'b: a', 'c: a', 'm: b c');
  expect(new Set(forked.between(id('b'), id('m')).map((version) => version.id))).toEqual(
    new Set(['m', 'c']),
  );
});

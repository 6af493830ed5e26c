/** The article of a version, from the store. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Article } from '#shared/domain/article.ts';
import { putTogether, type Version } from '#shared/domain/version.ts';
import type { Repositories } from '../store/store.ts';

const PROBLEM_CODES = {
  missing: 'MISSING_DEPENDENCY',
  'not-an-article': 'INVALID',
  'wrong-content': 'HASH_MISMATCH',
} as const;

/**
 * SECURITY: `putTogether` checks the whole article against the version's content hash.
 * @throws MISSING_DEPENDENCY with `details.objects`, INVALID or HASH_MISMATCH
 */
export async function articleOf(
  { objects }: Pick<Repositories, 'objects'>,
  version: Pick<Version, 'content' | 'furniture' | 'blocks'>,
): Promise<Article> {
  const wanted = [version.furniture, ...version.blocks];
  const stored = await objects.get(wanted);
  const missing = [...new Set(wanted.filter((hash) => !stored.has(hash)))];
  if (missing.length > 0)
    throw new RedaksiError(
      'MISSING_DEPENDENCY',
      'objects of this version are not here: send them first',
      {
        objects: missing,
      },
    );
  const put = putTogether(version, (hash) => stored.get(hash));
  if (!put.ok) throw new RedaksiError(PROBLEM_CODES[put.problem], put.detail.slice(0, 2_000));
  return put.article;
}

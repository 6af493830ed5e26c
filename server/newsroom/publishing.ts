/** Claiming a publication: the sealed version, its page's path, and its photos, in the command's own transaction. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Publication, Seal } from '#shared/domain/seal.ts';
import { articlePhotos } from '#shared/domain/version.ts';
import { storyPath } from '#shared/render/paths.ts';
import { articleOf } from './articles.ts';
import type { Scene } from './command-steps.ts';
import { BUILT_IN_OUTLET, SITE_TIME_ZONE } from './newsroom.ts';

type Claim = Pick<Publication, 'id' | 'version' | 'content' | 'seal'>;

/**
 * SECURITY: publishes the sealed version's stored content, never the story's newest text.
 * @throws CONFLICT when this version is already out at the outlet
 */
export async function claimPublication(scene: Scene): Promise<Claim> {
  const { newsroom, records, story } = scene;
  const seal = await standingSeal(scene);
  const version = await records.versions.get(seal.version);
  const desk = await records.registers.desk(story.desk);
  if (version === undefined || desk === undefined)
    throw new Error('a sealed story has its version and its desk');
  const already = await records.publications.ofVersion(version.id, BUILT_IN_OUTLET);
  if (already !== undefined)
    throw new RedaksiError('CONFLICT', 'this version is already published', {
      state: story.state,
      head: story.head,
      publication: already.id,
    });
  const article = await articleOf(records, version);
  const claim = {
    id: newsroom.newId<Publication['id']>(),
    story: story.id,
    version: version.id,
    content: version.content,
    seal: seal.id,
    outlet: BUILT_IN_OUTLET,
    site: desk.site,
    path: await pathFor(scene, desk.site, article.headline),
  };
  await records.publications.add(claim, articlePhotos(article));
  return claim;
}

async function standingSeal({ records, story }: Scene): Promise<Seal> {
  const seal = story.seal === null ? undefined : await records.seals.get(story.seal);
  if (seal === undefined) throw new RedaksiError('STALE_CONTENT', 'no seal stands');
  return seal;
}

/** An address that readers know stays: a story keeps the path of its first publication. */
async function pathFor(
  { records, story, at }: Scene,
  site: Publication['site'],
  headline: string,
): Promise<string> {
  const [first] = await records.publications.ofStory(story.id);
  if (first !== undefined) return first.path;
  const wanted = { site, headline, firstPublishedAt: at, timeZone: SITE_TIME_ZONE };
  const taken = await records.publications.pathsBeginning(storyPath(wanted), story.id);
  return storyPath(wanted, (path) => taken.has(path));
}

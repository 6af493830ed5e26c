/** The seal: an editor's sign-off of exact content. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Seal } from '#shared/domain/seal.ts';
import { articlePhotos, type Version } from '#shared/domain/version.ts';
import { preflight } from '#shared/preflight/index.ts';
import { articleOf } from './articles.ts';
import type { Scene } from './command-steps.ts';

type SealedFindings = Seal['preflight'];

/** @throws MISSING_DEPENDENCY (photos that are not here) or PREFLIGHT (blocking findings without an override) */
export async function makeSeal(
  { newsroom, records, session, story, at }: Scene,
  version: Version,
  seen: SealedFindings,
): Promise<Seal> {
  const article = await articleOf(records, version);
  const photos = articlePhotos(article);
  const here = await records.photos.known(photos);
  const missing = photos.filter((photo) => !here.has(photo));
  if (missing.length > 0)
    throw new RedaksiError(
      'MISSING_DEPENDENCY',
      'photos of this version are not here: send them first',
      {
        photos: missing,
      },
    );
  const findings = withOverrides(preflight(article), seen);
  const blocking = findings.filter(
    ({ severity, overridden }) => severity === 'blocks' && overridden === undefined,
  );
  if (blocking.length > 0)
    throw new RedaksiError('PREFLIGHT', 'findings block the seal', {
      findings: blocking.map(({ rule, severity, where }) => ({ rule, severity, where })),
    });
  const seal = newsroom.signer.sign<Seal>({
    id: newsroom.newId(),
    story: story.id,
    version: version.id,
    content: version.content,
    person: session.person.id,
    device: session.device,
    at,
    preflight: findings,
  });
  await records.seals.add(seal);
  return seal;
}

/** SECURITY: the findings are the server's own; of what the editor sends, only the reasons are taken. */
function withOverrides(
  findings: ReturnType<typeof preflight>,
  seen: SealedFindings,
): SealedFindings {
  return findings.map((finding) => {
    const reason = seen
      .find(({ rule, where }) => rule === finding.rule && where === finding.where)
      ?.overridden?.trim();
    return reason === undefined || reason === '' ? finding : { ...finding, overridden: reason };
  });
}

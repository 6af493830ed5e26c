/** What each command checks and does besides the workflow: one row a kind. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Command, CommandKind } from '#shared/contract/http.ts';
import type { ContentHash, PublicationId, SealId, VersionId } from '#shared/domain/ids.ts';
import type { Version } from '#shared/domain/version.ts';
import { blocksHandIn, preflight } from '#shared/preflight/index.ts';
import type { Session } from '../sessions.ts';
import type { Repositories, StoryRow } from '../store/store.ts';
import { articleOf } from './articles.ts';
import type { Newsroom } from './newsroom.ts';
import { claimPublication } from './publishing.ts';
import { makeSeal } from './sealing.ts';

export interface Scene {
  readonly newsroom: Newsroom;
  readonly records: Repositories;
  readonly session: Session;
  readonly story: StoryRow;
  readonly at: string;
}

export interface Outcome {
  readonly story: Partial<Pick<StoryRow, 'submitted' | 'seal' | 'reason'>>;
  readonly version?: VersionId;
  readonly content?: ContentHash;
  readonly seal?: SealId;
  readonly publication?: PublicationId;
}

type CommandOf<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;

/** Back in the writer's hands: nothing is submitted and no seal stands. */
const WITH_THE_WRITER = { submitted: null, seal: null } as const;

export const STEPS: {
  readonly [Kind in CommandKind]: (scene: Scene, command: CommandOf<Kind>) => Promise<Outcome>;
} = {
  submit: async (scene, { version: id, content }) => {
    const version = await versionOfStory(scene, id, content);
    onlyTheHead(scene.story, version);
    const findings = preflight(await articleOf(scene.records, version));
    if (blocksHandIn(findings))
      throw new RedaksiError('PREFLIGHT', 'this is not a story yet', {
        findings: findings.map((finding) => ({ ...finding })),
      });
    return { story: { submitted: id, seal: null, reason: '' }, version: id, content };
  },
  recall: async () => ({ story: { ...WITH_THE_WRITER, reason: '' } }),
  return: async (_scene, { reason }) => ({ story: { ...WITH_THE_WRITER, reason } }),
  approve: async (scene, command) => {
    const version = await versionOfStory(scene, command.version, command.content);
    if (scene.story.state === 'submitted') onlyTheSubmitted(scene.story, version);
    else onlyTheHead(scene.story, version);
    const seal = await makeSeal(scene, version, command.preflight);
    return {
      story: { seal: seal.id, reason: '' },
      version: version.id,
      content: version.content,
      seal: seal.id,
    };
  },
  publish: async (scene) => {
    const publication = await claimPublication(scene);
    const { id, version, content, seal } = publication;
    return { story: { reason: '' }, version, content, seal, publication: id };
  },
  withdraw: async (scene, { reason }) => {
    const { records, session, story, at } = scene;
    await records.publications.withdraw(story.id, { reason, at, person: session.person.id });
    return { story: { reason } };
  },
  spike: async (_scene, { reason }) => ({ story: { ...WITH_THE_WRITER, reason } }),
  revive: async () => ({ story: { ...WITH_THE_WRITER, reason: '' } }),
};

/** @throws MISSING_DEPENDENCY, or STALE_CONTENT when the content that was seen is not that version's */
async function versionOfStory(
  { records, story }: Scene,
  id: VersionId,
  content: ContentHash,
): Promise<Version> {
  const version = await records.versions.get(id);
  if (version === undefined || version.story !== story.id)
    throw new RedaksiError('MISSING_DEPENDENCY', 'this story has no such version: send it first', {
      versions: [id],
    });
  if (version.content !== content)
    throw new RedaksiError('STALE_CONTENT', 'not the content of this version', {
      content: version.content,
    });
  return version;
}

function onlyTheHead(story: StoryRow, version: Version): void {
  if (version.id !== story.head)
    throw new RedaksiError('CONFLICT', 'the story has a newer version', {
      state: story.state,
      head: story.head,
    });
}

/** SECURITY: what is sealed is what was handed in. */
function onlyTheSubmitted(story: StoryRow, version: Version): void {
  if (version.id !== story.submitted)
    throw new RedaksiError('STALE_CONTENT', 'not the version that was handed in', {
      submitted: story.submitted,
      content: version.content,
    });
}

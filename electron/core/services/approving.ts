/** The seal: decided by the server, now, for exactly the content that the editor saw. */
import type { CoreParsedInput } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Command } from '#shared/contract/http.ts';
import type { CommandId, ContentHash, StoryId, VersionId } from '#shared/domain/ids.ts';
import type { Seal } from '#shared/domain/seal.ts';
import { preflight, type Finding } from '#shared/preflight/index.ts';
import { commit } from '../context.ts';
import type { Sync, Wire } from '../sync/engine.ts';
import { isFault } from '../sync/fault.ts';
import { askServer, takeReceipt } from '../sync/push-command.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import { demandPermission } from './commands.ts';
import { saying } from './core-errors.ts';
import { cutStory } from './cutting.ts';
import { permissionsOf } from './permissions.ts';
import { factsAround } from './linked.ts';
import { storyFacts } from './view.ts';

/** An answer may be lost on the way: the same command again gives the same receipt. */
const ATTEMPTS = 3;

/** OFFLINE, WRONG_PASSWORD, STALE_CONTENT, PREFLIGHT, or the workflow's reason. */
export async function approveStory(
  context: SyncContext,
  sync: Sync,
  { story, content, password, overrides }: CoreParsedInput<'story.approve'>,
): Promise<void> {
  demandContent(context, story, content);
  const findings = withReasons(
    preflight(context.workings.get(story).article, factsAround(context, story)),
    overrides,
  );
  demandFindings(findings);
  demandMayApprove(context, story);
  await saying(() =>
    sync.alone(async (wire) => {
      cutStory(context, story, 'seal');
      await wire.exchange();
      // The exchange may have brought a newer text: then the editor has not seen what would be sealed.
      demandContent(context, story, content);
      demandMayApprove(context, story);
      await handInHead(context, wire, story);
      const version = demandSent(context, story);
      await context.api.call(wire.peer, 'confirm', { password });
      await giveNow(context, wire, {
        id: context.newId() as CommandId,
        kind: 'approve',
        story,
        expectedState: stateOf(context, story),
        version,
        content,
        preflight: findings,
      });
      await wire.exchange();
    }),
  );
  context.news.tellListsSoon();
}

function demandContent({ workings }: SyncContext, story: StoryId, content: ContentHash): void {
  const now = workings.get(story).content;
  // SECURITY: what is sealed is what the editor saw, to the byte.
  if (now !== content) {
    throw new RedaksiError('STALE_CONTENT', 'the story is not what the editor saw any more', {
      content: now,
    });
  }
}

/** Preflight is asked with the reasons given; everything else as the view shows it. */
function demandMayApprove(context: SyncContext, story: StoryId): void {
  const facts = storyFacts(context, story);
  const { approve } = permissionsOf({ ...facts, findings: [] });
  demandPermission(approve, 'approve');
}

/** An editor who changed the text during review hands in what they are about to seal. */
async function handInHead(context: SyncContext, wire: Wire, story: StoryId): Promise<void> {
  const { store } = context;
  const row = store.stories.get(story);
  const head = row?.head ?? null;
  const content = head === null ? null : store.versions.get(head)?.content;
  if (row?.record == null || head === null || content == null) return;
  if (row.record.state !== 'submitted' || row.record.submitted === head) return;
  await giveNow(context, wire, {
    id: context.newId() as CommandId,
    kind: 'submit',
    story,
    expectedState: 'submitted',
    version: head,
    content,
  });
}

/** The head, once the server has it: text and photos. */
function demandSent({ store }: SyncContext, story: StoryId): VersionId {
  const row = store.stories.get(story);
  const isSent = row !== null && row.head !== null && row.head === row.remoteHead;
  if (row?.head == null || !isSent || store.outbox.hasStory(story)) {
    throw new RedaksiError('CONFLICT', 'not everything of this story has reached the server', {
      because: 'not-sent',
    });
  }
  return row.head;
}

function stateOf({ store }: SyncContext, story: StoryId) {
  return store.stories.get(story)?.record?.state ?? 'submitted';
}

async function giveNow(context: SyncContext, { peer }: Wire, command: Command): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const receipt = await askServer(context, peer, command);
      commit(context, () => takeReceipt(context, receipt));
      return;
    } catch (thrown) {
      if (!isFault(thrown) || thrown.fault.kind !== 'unreachable' || attempt >= ATTEMPTS)
        throw thrown;
    }
  }
}

type SealedFindings = Seal['preflight'];

function withReasons(findings: readonly Finding[], overrides: SealedFindings): SealedFindings {
  return findings.map((finding) => {
    const given = overrides.find(
      ({ rule, where }) => rule === finding.rule && where === finding.where,
    );
    const reason = given?.overridden?.trim() ?? '';
    return reason === '' ? finding : { ...finding, overridden: reason };
  });
}

function demandFindings(findings: SealedFindings): void {
  const blocking = findings.filter(
    ({ severity, overridden }) => severity === 'blocks' && overridden === undefined,
  );
  if (blocking.length === 0) return;
  throw new RedaksiError('PREFLIGHT', 'findings block the seal', {
    because: 'preflight',
    findings: blocking.map(({ rule, severity, where }) => ({ rule, severity, where })),
  });
}

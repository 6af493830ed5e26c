/** A core in a process of its own that saves word after word, and says so after each answer, until it is killed. */
import type { StoryId } from '#shared/domain/ids.ts';
import { createCore } from '#core/host.ts';

const [dataDir, story] = process.argv.slice(2) as [string, StoryId];
const core = createCore({
  dataDir,
  deviceName: 'laptop uji',
  live: null,
  http: () => Promise.reject(new Error('no network')),
});
const view = await core.handlers['story.open']({ story, forEditing: true });
const { editing } = view;
const block = view.article.blocks[0];
if (editing === null || block === undefined || !('runs' in block))
  throw new Error('nothing to edit');
let { revision } = view;
let text = block.runs.map((run) => run.text).join('');
for (let n = text.split(' ').length; ; n += 1) {
  text = `${text} ${n}`;
  const change = { blocks: [{ ...block, runs: [{ text }] }] };
  ({ revision } = await core.handlers['story.save']({ story, editing, revision, change }));
  process.stdout.write(`${n}\n`);
  // A version now and then, so that the kill also falls into a cut.
  if (n % 7 === 0) await core.handlers['story.cut']({ story, reason: 'pause' });
}

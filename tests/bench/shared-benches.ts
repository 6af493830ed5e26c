/** What is pure: parsing the sample, rendering its page. */
import { readFileSync } from 'node:fs';
import { articleSchema } from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { parseStoryText } from '#shared/domain/story-text/index.ts';
import { contentHash } from '#shared/domain/version.ts';
import { DEFAULT_TIME_ZONE } from '#shared/render/page.ts';
import { renderStoryPage } from '#shared/render/story-page.ts';
import type { Site } from '#shared/domain/roles.ts';
import { timed, type Bench } from './measure.ts';

const sample = readFileSync(new URL('../fixtures/klaten-nanjing.txt', import.meta.url), 'utf8');
/** Single calls are too short to time. */
const CALLS = 50;

const SITE = {
  id: 'tribun-jateng',
  name: 'Tribun Jateng',
  datelineBrand: 'TRIBUNJATENG.COM',
  datelineSeparator: '-',
  sourceName: 'Tribun Jateng',
  language: 'id',
  copyrightTemplate: '© {year}',
} as Site;

export function parseBench(): Bench {
  const json = JSON.stringify(parseStoryText(sample).article);
  return {
    name: `parse the sample (${CALLS} times)`,
    baseline: 'read its article from JSON, by schema',
    rounds: 15,
    subject: () => timed(() => repeat(() => parseStoryText(sample))),
    against: () => timed(() => repeat(() => articleSchema.parse(JSON.parse(json)))),
  };
}

export function pageBench(): Bench {
  const { article } = parseStoryText(sample);
  const facts = {
    article,
    site: SITE,
    origin: 'http://127.0.0.1',
    url: 'http://127.0.0.1/tribun-jateng/2025/06/24/klaten',
    firstPublishedAt: '2025-06-24T12:00:00.000Z',
    publishedAt: '2025-06-24T12:00:00.000Z',
    contentHash: contentHash(article),
    timeZone: DEFAULT_TIME_ZONE,
    photoSource: () => null,
    storyLink: () => null,
  };
  return {
    name: `render the sample's page (${CALLS} times)`,
    baseline: 'its canonical JSON',
    rounds: 15,
    subject: () => timed(() => repeat(() => renderStoryPage(facts))),
    against: () => timed(() => repeat(() => canonicalJson(article))),
  };
}

function repeat(work: () => unknown): void {
  for (let call = 0; call < CALLS; call += 1) work();
}

/** A story's furniture as YAML front matter, by the names that site generators know. */
import type { Article, Byline, RelatedLink } from '../../domain/article.ts';

/** What stands in the front matter. The dateline and the sign-off are printed in the body. */
export interface StoryFrontMatter {
  readonly lang: Article['language'];
  readonly section?: string;
  readonly title?: string;
  readonly short_title?: string;
  readonly social_title?: string;
  readonly print_title?: string;
  readonly description?: string;
  readonly author?: readonly string[];
  readonly editor?: readonly string[];
  readonly date?: string;
  readonly source?: string;
  readonly tags?: readonly string[];
  readonly related?: readonly string[];
  readonly latest?: readonly string[];
  readonly copyright?: string;
}

/** The block between `---` lines. Values are JSON, which is YAML too: no value can be read as something else. */
export function frontMatter(article: Article): string {
  const names = (people: readonly Byline[]) => people.map(({ name }) => name);
  const matter: StoryFrontMatter = {
    lang: article.language,
    section: article.section,
    title: article.headline,
    short_title: article.shortHeadline ?? '',
    social_title: article.socialHeadline ?? '',
    print_title: article.printHeadline ?? '',
    description: article.deck,
    author: names(article.writers),
    editor: names(article.editors),
    date: article.eventDate ?? '',
    source: article.source,
    tags: article.tags,
    related: article.related.map(titleAndAddress),
    latest: article.latest.map(titleAndAddress),
    copyright: article.copyright,
  };
  const lines = Object.entries(matter)
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** A title and where it leads, as one line: `title <address>`. */
function titleAndAddress({ title, url, story }: RelatedLink): string {
  const address = url ?? (story === undefined ? undefined : `redaksi://story/${story}`);
  return address === undefined ? title : `${title} <${address}>`.trimStart();
}

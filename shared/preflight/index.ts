/**
 * Preflight: what must be right before a story is handed in or sealed. One table; each rule is a pure function of the
 * article and names its source. Numbers are those of the newsroom's rule list.
 */
import { blockText, isNewerBlock, type Article } from '../domain/article.ts';
import type { Place } from '../domain/find/texts.ts';
import { HEADLINE_LIMIT } from '../domain/roles.ts';
import { placeholdersOf } from '../domain/typography/placeholders.ts';
import { wrongWeekdays } from '../domain/weekdays.ts';
import type { Facts } from './facts.ts';
import { changedTitles, deadLinks, linksToItself, untitledLinks } from './related.ts';

export interface Finding {
  readonly rule: RuleId;
  readonly severity: 'blocks' | 'warns' | 'notes';
  /** A furniture field, `photo:<use>.<field>` or `block:<id>`. */
  readonly where: string;
}

interface Rule {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly source: string;
  /** Where the article breaks the rule. */
  readonly check: (article: Article, facts: Facts) => readonly string[];
}

const PHOTO_FIELDS = ['slug', 'caption', 'credit', 'alt'] as const;

const RULES = [
  {
    id: 'headline-missing',
    severity: 'blocks',
    source: 'a page, a feed and a search result need a headline',
    check: (article) => (article.headline.trim() === '' ? ['headline'] : []),
  },
  {
    id: 'headline-long',
    severity: 'warns',
    source:
      'rule 5: at most as long as the site says, else 110 characters, where search results cut',
    check: (article, { limits }) =>
      article.headline.length > (limits?.headlineLimit ?? HEADLINE_LIMIT) ? ['headline'] : [],
  },
  {
    id: 'deck-long',
    severity: 'warns',
    source: 'rule 5: at most as long as the site says',
    check: (article, { limits }) =>
      limits?.deckLimit !== undefined && article.deck.length > limits.deckLimit ? ['deck'] : [],
  },
  {
    id: 'body-empty',
    severity: 'blocks',
    source: 'a story has at least one paragraph',
    check: (article) =>
      article.blocks.some((block) => block.kind !== 'related' && blockText(block).trim() !== '')
        ? []
        : ['blocks'],
  },
  {
    id: 'block-newer',
    severity: 'blocks',
    source: 'what this Redaksi can not read, nobody can sign here',
    check: (article) => article.blocks.filter(isNewerBlock).map(({ id }) => `block:${id}`),
  },
  {
    id: 'writer-missing',
    severity: 'blocks',
    source: 'rule 1: every story names its writer',
    check: (article) =>
      article.writers.some((writer) => writer.name.trim() !== '') ? [] : ['writers'],
  },
  {
    id: 'dateline-missing',
    severity: 'warns',
    source: 'rule 3: brand and place open the story',
    check: (article) => (article.dateline === null ? ['dateline'] : []),
  },
  {
    id: 'photo-missing',
    severity: 'blocks',
    source: 'rule 47: a caption without its picture',
    check: (article) =>
      article.photoUses.flatMap((use) => (use.photo === null ? [`photo:${use.id}.photo`] : [])),
  },
  {
    id: 'photo-incomplete',
    severity: 'blocks',
    source: 'rule 47: a picture has slug, caption, credit and alt text',
    check: (article) =>
      article.photoUses.flatMap((use) =>
        PHOTO_FIELDS.filter((field) => use[field].trim() === '').map(
          (field) => `photo:${use.id}.${field}`,
        ),
      ),
  },
  {
    id: 'deck-is-lead',
    severity: 'warns',
    source: 'rule 6: the deck repeats the first paragraph word for word',
    check: (article) => (isSameSentence(article.deck, firstParagraph(article)) ? ['deck'] : []),
  },
  {
    id: 'placeholder',
    severity: 'blocks',
    source: 'TKTK, XXXX and [cek ...] stand for words that are still missing',
    check: (article) => placesWithPlaceholders(article, { sure: true }),
  },
  {
    id: 'placeholder-perhaps',
    severity: 'warns',
    source: 'XXX may be a missing name, and may be thirty',
    check: (article) => placesWithPlaceholders(article, { sure: false }),
  },
  {
    id: 'weekday-wrong',
    // An error in the rule list; here it warns, because a quoted document may be wrong itself.
    severity: 'warns',
    source: 'rule 8: the weekday does not fit the date beside it',
    check: (article) => [...new Set(wrongWeekdays(article).map(({ where }) => where))],
  },
  {
    id: 'related-untitled',
    severity: 'blocks',
    source: 'rule 56: a link without a title would print what nobody signed',
    check: untitledLinks,
  },
  {
    id: 'related-self',
    severity: 'warns',
    source: 'rule 56: no link to the story itself',
    check: linksToItself,
  },
  {
    id: 'related-gone',
    severity: 'warns',
    source: 'rule 56: no link to a story that was withdrawn or dropped',
    check: deadLinks,
  },
  {
    id: 'related-changed',
    severity: 'warns',
    source: 'rule 56: the linked story has another headline now',
    check: changedTitles,
  },
] as const satisfies readonly Rule[];

export type RuleId = (typeof RULES)[number]['id'];

/** All findings of an article, in the order of the table; with facts around it, also those that need them. */
export function preflight(article: Article, facts: Facts = {}): readonly Finding[] {
  return RULES.flatMap((rule) =>
    rule
      .check(article, facts)
      .map((where): Finding => ({ rule: rule.id, severity: rule.severity, where })),
  );
}

/** The rules that stop a story from being handed in: without these it is not a story yet. */
const HAND_IN: ReadonlySet<RuleId> = new Set(['headline-missing', 'body-empty']);

const HAND_IN_RULES: readonly Rule[] = RULES.filter((rule) => HAND_IN.has(rule.id));

/** Whether a story can't be handed in as it stands: cheap enough to ask at every key. */
export function lacksForHandIn(article: Article): boolean {
  return HAND_IN_RULES.some((rule) => rule.check(article, {}).length > 0);
}

export function blocksHandIn(findings: readonly Finding[]): boolean {
  return findings.some((finding) => HAND_IN.has(finding.rule));
}

export function blocksSeal(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'blocks');
}

function firstParagraph(article: Article): string {
  const first = article.blocks.find((block) => block.kind === 'paragraph');
  return first === undefined ? '' : blockText(first);
}

function placesWithPlaceholders(article: Article, { sure }: { readonly sure: boolean }): string[] {
  const found = placeholdersOf(article).filter((placeholder) => placeholder.sure === sure);
  return [...new Set(found.map(({ placed }) => whereOf(placed.place)))];
}

function whereOf(place: Place): string {
  if (place.in === 'field') return place.field;
  return place.in === 'photo' ? `photo:${place.use}.${place.field}` : `block:${place.block}`;
}

function isSameSentence(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .replace(/[.!?]$/, '')
      .toLowerCase();
  return plain(a) !== '' && plain(a) === plain(b);
}

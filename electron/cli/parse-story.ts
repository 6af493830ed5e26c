/** `story parse`: a story text as article and report. */
import { blockText, leadPhotoUses, type Article } from '#shared/domain/article.ts';
import {
  parseStoryText,
  type ParsedStoryText,
  type StoryTextReport,
} from '#shared/domain/story-text/index.ts';
import { printSignoffs } from '#shared/domain/story-text/signoff.ts';
import type { Language } from './language.ts';
import { COLUMNS, oneLine, rows } from './layout.ts';
import { refuse } from './refusal.ts';
import { LEFT_OVER_WORDS, WORDS, type Words } from './words.ts';

/** Reads a story that has a headline; without one it is not a story yet. */
export function readArticle(text: string): ParsedStoryText {
  // The same text gives the same JSON: ids count up instead of being random.
  let n = 0;
  const parsed = parseStoryText(text, { newId: () => `p${String((n += 1))}` });
  if (!parsed.report.hasHeadline) {
    throw refuse(
      'Naskah ini tidak punya judul: tulis judul di baris tersendiri di atas isi.',
      'This story has no headline: put one on a line of its own above the body.',
    );
  }
  return parsed;
}

/** The stable JSON of `parse --json`; `print` reads it back. */
export function parsedJson({ article, report }: ParsedStoryText): string {
  return `${JSON.stringify({ result: 'parse', format: 1, article, report }, null, 2)}\n`;
}

/** What was understood, for people. */
export function parsedText({ article, report }: ParsedStoryText, language: Language): string {
  const words = WORDS[language];
  return `${rows([...articleRows(article, words), [words.form, report.form]])}\n\n${leftOverText(report, language)}\n`;
}

function articleRows(article: Article, words: Words): readonly (readonly [string, string])[] {
  const names = (people: Article['writers']) => people.map((person) => person.name).join(', ');
  const { dateline } = article;
  const lead = new Set(leadPhotoUses(article).map((use) => use.id));
  return [
    [words.section, article.section],
    [words.headline, article.headline],
    [words.deck, article.deck],
    [words.writers, names(article.writers)],
    [words.editors, names(article.editors)],
    ...article.photoUses
      .filter((use) => lead.has(use.id) || use.caption !== '')
      .flatMap((use): [string, string][] => [
        [words.photo, use.slug || use.creditLead || '-'],
        [words.caption, use.caption],
        [words.credit, use.credit],
      ]),
    [
      words.dateline,
      dateline === null
        ? ''
        : [dateline.brand, dateline.place, dateline.date].filter(Boolean).join(', '),
    ],
    [words.eventDate, article.eventDate ?? ''],
    [words.body, bodyCounts(article, words)],
    [words.signoff, printSignoffs(article.signoffs)],
    [words.source, article.source],
    [words.tags, article.tags.join(', ')],
    [words.related, article.related.map((link) => link.title).join('\n')],
    [words.latest, article.latest.map((link) => link.title).join('\n')],
    [words.copyright, article.copyright],
  ];
}

function bodyCounts(article: Article, words: Words): string {
  const counted = [
    ['paragraph', words.paragraphs],
    ['heading', words.headings],
    ['quote', words.quotes],
    ['list', words.lists],
    ['photo', words.photos],
    ['related', words.relatedInline],
  ] as const;
  const counts = counted.flatMap(([kind, word]) => {
    const count = article.blocks.filter((block) => block.kind === kind).length;
    return count === 0 ? [] : [`${String(count)} ${word}`];
  });
  const opening = article.blocks.find((block) => block.kind === 'paragraph');
  return [counts.join(', '), opening === undefined ? '' : oneLine(blockText(opening), 58)]
    .join('\n')
    .trim();
}

function leftOverText(report: StoryTextReport, language: Language): string {
  const words = WORDS[language];
  if (report.leftOver.length === 0) return `${words.leftOver}: ${words.nothingLeft}`;
  const why = LEFT_OVER_WORDS[language];
  const lines = report.leftOver.map((left) => {
    const place = `  ${words.line} ${String(left.line)}`.padEnd(13);
    const reason = ` (${why[left.why]})`;
    return `${place}${oneLine(left.text, COLUMNS - place.length - reason.length)}${reason}`;
  });
  return [`${words.leftOver}:`, ...lines].join('\n');
}

/** Filing by what the file itself says: its styles, its front matter, its tags. Nothing is guessed beyond dateline and code. */
import {
  emptyArticle,
  LIMITS,
  withFurniture,
  type Article,
  type Byline,
  type FurnitureFields,
  type RelatedLink,
} from '#shared/domain/article.ts';
import { readByline } from '#shared/domain/story-text/byline.ts';
import { readDateline } from '#shared/domain/story-text/dateline.ts';
import { eventDate } from '#shared/domain/story-text/dates.ts';
import { readLabel } from '#shared/domain/story-text/labels.ts';
import { storyLanguage } from '#shared/domain/story-text/language.ts';
import { signoffParagraph } from '#shared/domain/story-text/print.ts';
import { readTags } from '#shared/domain/story-text/related.ts';
import { storyWords } from '#shared/domain/story-text/words.ts';
import { PAGE_LABELS } from '#shared/render/labels.ts';
import { readSignoff } from '#shared/domain/story-text/signoff.ts';
import {
  addPhoto,
  addPiece,
  leaveOver,
  missingWords,
  startMaking,
  type FiledStory,
  type FilingOptions,
  type Making,
} from './filed.ts';
import type { FileParts, SaidField, SaidPiece } from './pieces.ts';
import { readTitleAndAddress, titleOfRuns } from './related-line.ts';
import { sliceRuns, textOfRuns } from './runs.ts';

interface Saying {
  readonly making: Making;
  readonly options: FilingOptions;
  fields: FurnitureFields;
}

export function fileByPieces(parts: FileParts, options: FilingOptions): FiledStory {
  const making = startMaking(parts, options);
  const saying: Saying = { making, options, fields: fieldsOf(parts, making, options) };
  let textBefore = false;
  for (const piece of parts.pieces) {
    if (piece.kind === 'said') say(saying, piece);
    else if (piece.kind === 'photo')
      addPhoto(making, piece, piece.place === 'lead' || (piece.place === 'auto' && !textBefore));
    else {
      addPiece(making, piece);
      textBefore = true;
    }
  }
  const ends = takeEnds(making, saying.fields, parts.ours ? 'bare' : 'branded');
  const article = finish(making, { ...saying.fields, ...ends });
  const missing = missingWords(parts, { article, leftOver: making.leftOver }, 'tribun').filter(
    (word) => !parts.ours || !OWN_LABELS.has(word),
  );
  // The net under everything above: labels that print writes in another way, and what nothing else told.
  if (missing.length > 0) making.leftOver.push({ text: missing.join(' '), why: 'label' });
  return { article, leftOver: making.leftOver, pictures: making.pictures };
}

/** Labels of our own files: every print writes them anew, in its own words. */
const OWN_LABELS: ReadonlySet<string> = new Set(
  Object.values(PAGE_LABELS).flatMap(({ writers, editors, source, tags }) =>
    [writers, editors, source, tags].flatMap(storyWords),
  ),
);

function finish(making: Making, fields: FurnitureFields): Article {
  const { blocks, photoUses } = making;
  const prose = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [textOfRuns(block.runs)] : [],
  );
  const deck = fields.deck ?? '';
  return {
    ...withFurniture(emptyArticle(), {
      ...fields,
      language:
        fields.language ??
        storyLanguage([deck, ...prose.slice(0, 50), fields.headline ?? ''].join('\n')),
      eventDate: fields.eventDate ?? eventDate([...prose, deck]),
    }),
    blocks,
    photoUses,
  };
}

/** Front matter as furniture. */
function fieldsOf({ fields }: FileParts, making: Making, options: FilingOptions): FurnitureFields {
  const { writers, editors, related, latest, eventDate: date, ...plain } = fields;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(plain)) {
    const longest = name === 'deck' || name === 'copyright' ? LIMITS.text : LIMITS.line;
    if (typeof value === 'string') {
      if (value.length <= longest) kept[name] = value;
      else leaveOver(making, value);
    } else kept[name] = fitList(making, value, 100);
  }
  return {
    ...kept,
    ...(writers && { writers: fitList(making, writers, 50).map(bylineOf(options)) }),
    ...(editors && { editors: fitList(making, editors, 50).map(bylineOf(options)) }),
    ...(related && { related: fitList(making, related, LIMITS.list).map(readTitleAndAddress) }),
    ...(latest && { latest: fitList(making, latest, LIMITS.list).map(readTitleAndAddress) }),
    ...(date !== undefined && isDate(date) && { eventDate: date }),
  };
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function fitList(making: Making, all: readonly string[], most: number): readonly string[] {
  const fits = all.filter((text) => text.length <= LIMITS.line).slice(0, most);
  for (const text of all) if (!fits.includes(text)) leaveOver(making, text);
  return fits;
}

function bylineOf({ personByName }: FilingOptions): (name: string) => Byline {
  return (name) => {
    const person = personByName?.(name);
    return person === undefined ? { name } : { name, person };
  };
}

/** Takes what a style of the file says; a field that is taken already leaves the words in the body. */
function say(saying: Saying, piece: SaidPiece): void {
  const text = textOfRuns(piece.runs);
  const taken = SAID[piece.field](saying, text, piece);
  if (taken) return;
  const { making } = saying;
  if (piece.field === 'headline') addPiece(making, { kind: 'heading', level: 2, runs: piece.runs });
  else addPiece(making, { kind: 'paragraph', runs: piece.runs });
}

type Taker = (saying: Saying, text: string, piece: SaidPiece) => boolean;

const SAID = {
  section: (saying, text) => once(saying, 'section', text, LIMITS.line),
  headline: (saying, text) => once(saying, 'headline', text.replaceAll('\n', ' '), LIMITS.line),
  deck: (saying, text) => once(saying, 'deck', text, LIMITS.text),
  copyright: (saying, text) => once(saying, 'copyright', text, LIMITS.text),
  byline: (saying, text) => {
    const read = readByline(text);
    if (read === null || read.unplaced.length > 0 || saying.fields.writers !== undefined)
      return false;
    const name = bylineOf(saying.options);
    saying.fields = {
      ...saying.fields,
      writers: read.writers.map(name),
      editors: read.editors.map(name),
      ...(read.source !== '' && { source: read.source }),
    };
    return true;
  },
  dateline: (saying, text) => {
    const read = readDateline(`${text} `, 'bare') ?? readDateline(`${text} X`, 'bare');
    if (read === null || saying.fields.dateline !== undefined) return false;
    saying.fields = { ...saying.fields, dateline: read.dateline };
    return true;
  },
  signoff: (saying, text) => {
    const read = readSignoff(text);
    if (read === null || read.before !== '' || saying.fields.signoffs !== undefined) return false;
    saying.fields = { ...saying.fields, signoffs: read.signoffs };
    return true;
  },
  source: (saying, text) => {
    const label = readLabel(text);
    return label?.field === 'source' && once(saying, 'source', label.value, LIMITS.line);
  },
  tags: (saying, text) => {
    const label = readLabel(text);
    if (label?.field !== 'tags' || saying.fields.tags !== undefined) return false;
    saying.fields = { ...saying.fields, tags: readTags(label.value) };
    return true;
  },
  related: (saying, _text, piece) => addLink(saying, 'related', piece),
  latest: (saying, _text, piece) => addLink(saying, 'latest', piece),
} satisfies Record<SaidField, Taker>;

function once(
  saying: Saying,
  field: 'section' | 'headline' | 'deck' | 'source' | 'copyright',
  text: string,
  longest: number,
): boolean {
  if (text.length > longest || (saying.fields[field] ?? '') !== '') return false;
  saying.fields = { ...saying.fields, [field]: text };
  return true;
}

function addLink(saying: Saying, field: 'related' | 'latest', piece: SaidPiece): boolean {
  const link: RelatedLink = titleOfRuns(piece.runs);
  const links = saying.fields[field] ?? [];
  if (links.length >= LIMITS.list || link.title.length > LIMITS.line) return false;
  saying.fields = { ...saying.fields, [field]: [...links, link] };
  return true;
}

/** Takes the dateline off the first paragraph and the code off the last. */
function takeEnds(
  making: Making,
  fields: FurnitureFields,
  accept: 'bare' | 'branded',
): FurnitureFields {
  const { blocks } = making;
  const taken: { -readonly [Field in 'dateline' | 'signoffs']?: FurnitureFields[Field] } = {};
  const [first] = blocks;
  if (first?.kind === 'paragraph' && fields.dateline === undefined) {
    const text = textOfRuns(first.runs);
    const read = readDateline(text, accept);
    if (read !== null && read.rest !== '') {
      taken.dateline = read.dateline;
      blocks[0] = {
        ...first,
        runs: sliceRuns(first.runs, text.length - read.rest.length, text.length),
      };
    }
  }
  const at = signoffParagraph(blocks);
  const last = blocks[at];
  if (last?.kind === 'paragraph' && fields.signoffs === undefined) {
    const text = textOfRuns(last.runs);
    const read = readSignoff(text);
    if (read !== null) {
      taken.signoffs = read.signoffs;
      if (read.before === '') blocks.splice(at, 1);
      else blocks[at] = { ...last, runs: sliceRuns(last.runs, 0, read.before.length) };
    }
  }
  return taken;
}

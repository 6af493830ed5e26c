/** The houses whose forms we read and print: one row each. The order and the labels are what their pages show. */

export const STORY_TEXT_FORMS = [
  'tribun',
  'kompas',
  'detik',
  'antara',
  'reuters',
  'whatsapp',
  'plain',
] as const;
export type StoryTextForm = (typeof STORY_TEXT_FORMS)[number];

/** A part of a printed story; parts of one group stand without a blank line between them. */
export type StoryPart =
  | 'section'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'photos'
  | 'body'
  | 'source'
  | 'tags'
  | 'related'
  | 'latest'
  | 'copyright';

export interface House {
  readonly order: readonly (readonly StoryPart[])[];
  /**
   * `line`: `Penulis: A | Editor: B`. `stacked`: one line each. `brand`: `A - detikJateng`, the source named there.
   * `credits`: `Reporting by A and B; Editing by C`.
   */
  readonly byline: 'line' | 'stacked' | 'brand' | 'credits';
  readonly labels: {
    readonly writers: string;
    readonly editors: string;
    readonly source: string;
    /** Before the tags; `#` puts a hash before each instead. */
    readonly tags: string;
    readonly related: string;
    readonly latest: string;
  };
  /** How a photo's credit follows its caption: `(credit)`, `Foto: credit`, or an agency's `REUTERS/Name` bare. */
  readonly credit: 'brackets' | 'foto' | 'agency';
  /** Whether headline and subheads are printed bold, between stars. */
  readonly starHeadings: boolean;
}

const BYLINE_ABOVE = [
  ['section'],
  ['headline'],
  ['deck'],
  ['byline', 'photos'],
  ['body'],
  ['source'],
  ['tags'],
  ['related'],
  ['latest'],
  ['copyright'],
] as const satisfies House['order'];

const BYLINE_BELOW = [
  ['section'],
  ['headline'],
  ['deck'],
  ['photos'],
  ['body'],
  ['byline'],
  ['source'],
  ['tags'],
  ['related'],
  ['latest'],
  ['copyright'],
] as const satisfies House['order'];

const TRIBUN: House = {
  order: BYLINE_ABOVE,
  byline: 'line',
  labels: {
    writers: 'Penulis',
    editors: 'Editor',
    source: 'Sumber',
    tags: 'Tags',
    related: 'Berita Terkait',
    latest: 'Berita Terkini',
  },
  credit: 'brackets',
  starHeadings: false,
};

export const HOUSES: Readonly<Record<StoryTextForm, House>> = {
  tribun: TRIBUN,
  kompas: { ...TRIBUN, byline: 'stacked', labels: { ...TRIBUN.labels, tags: 'Tag' } },
  detik: { ...TRIBUN, byline: 'brand', credit: 'foto' },
  antara: {
    ...TRIBUN,
    order: BYLINE_BELOW,
    byline: 'stacked',
    labels: { ...TRIBUN.labels, writers: 'Pewarta' },
  },
  reuters: {
    order: BYLINE_BELOW,
    byline: 'credits',
    labels: {
      writers: 'Reporting by',
      editors: 'Editing by',
      source: 'Source',
      tags: 'Tags',
      related: 'Related',
      latest: 'Latest',
    },
    credit: 'agency',
    starHeadings: false,
  },
  whatsapp: { ...TRIBUN, labels: { ...TRIBUN.labels, tags: '#' }, starHeadings: true },
  plain: TRIBUN,
};

export interface Evidence {
  readonly form: StoryTextForm;
  readonly weight: number;
  readonly seen: boolean;
}

/** Less is no evidence: a town with a dash, a single label. */
const ENOUGH = 2;

/** The form with the most evidence; `plain` without enough. Ties go to the house named first in the list of forms. */
export function recogniseForm(evidence: readonly Evidence[]): StoryTextForm {
  let best: StoryTextForm = 'plain';
  let most = ENOUGH - 1;
  for (const form of STORY_TEXT_FORMS) {
    const weight = evidence.reduce(
      (sum, row) => (row.form === form && row.seen ? sum + row.weight : sum),
      0,
    );
    if (weight > most) [best, most] = [form, weight];
  }
  return best;
}

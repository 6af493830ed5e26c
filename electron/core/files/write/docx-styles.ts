/** How a story looks in Word: the paragraph styles that our reader knows again. */
import type { IParagraphStyleOptions, ISpacingProperties } from 'docx';
import { OWN_STYLES, type OwnStyle } from '../read/docx-styles.ts';

/** Word's ids have no spaces; the reader goes by the names. */
export function styleId(style: OwnStyle): string {
  return OWN_STYLES[style].replaceAll(' ', '');
}

interface Look {
  /** Half points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italics?: true;
  readonly sans?: true;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: true;
  readonly indent?: number;
  readonly centred?: true;
  readonly frame?: 'left' | 'rules' | 'box';
}

const LOOKS: Readonly<Record<OwnStyle, Look>> = {
  section: { size: 18, bold: true, sans: true },
  headline: { size: 44, bold: true, before: 60, after: 120, keepNext: true },
  deck: { size: 26, after: 160 },
  byline: { size: 19, sans: true, after: 200 },
  dateline: { bold: true },
  signoff: {},
  source: { size: 19, sans: true, before: 240 },
  tags: { size: 19, sans: true },
  related: { size: 19, sans: true },
  latest: { size: 19, sans: true },
  copyright: { size: 16, sans: true, before: 240 },
  'list-title': { size: 19, bold: true, sans: true, before: 240, keepNext: true },
  quote: { size: 25, indent: 400, before: 200, frame: 'left' },
  'quote-speaker': { size: 19, sans: true, indent: 400, frame: 'left' },
  'pull-quote': { size: 30, centred: true, before: 240, keepNext: true, frame: 'rules' },
  'pull-speaker': { size: 19, sans: true, centred: true, after: 240 },
  'box-title': {
    size: 20,
    bold: true,
    sans: true,
    keepNext: true,
    before: 200,
    after: 0,
    frame: 'box',
  },
  box: { size: 20, sans: true, after: 0, frame: 'box' },
  embed: { size: 20, sans: true, before: 160 },
  'related-inline': { size: 20, sans: true, before: 160 },
  divider: { centred: true },
  'table-caption': { size: 20, bold: true, sans: true, before: 200, keepNext: true },
  photo: { before: 200, after: 60, keepNext: true },
  'lead-photo': { before: 120, after: 60, keepNext: true },
  'credit-lead': { size: 17, sans: true, after: 0, keepNext: true },
  caption: { size: 17, sans: true, after: 240 },
};

const SANS = 'Arial';
const LINE = { style: 'single', size: 8, space: 6, color: '000000' } as const;
const FRAMES = {
  left: { left: LINE },
  rules: { top: LINE, bottom: LINE },
  box: { top: LINE, bottom: LINE, left: LINE, right: LINE },
} as const;

export function paragraphStyles(): IParagraphStyleOptions[] {
  return (Object.keys(LOOKS) as OwnStyle[]).map((style) => {
    const look = LOOKS[style];
    const spacing: ISpacingProperties = {
      before: look.before ?? 0,
      after: look.after ?? 120,
      line: 300,
    };
    return {
      id: styleId(style),
      name: OWN_STYLES[style],
      basedOn: 'Normal',
      quickFormat: true,
      run: {
        ...(look.size !== undefined && { size: look.size }),
        ...(look.bold && { bold: true }),
        ...(look.italics && { italics: true }),
        ...(look.sans && { font: SANS }),
      },
      paragraph: {
        spacing,
        ...(look.keepNext && { keepNext: true }),
        ...(look.indent !== undefined && { indent: { left: look.indent } }),
        ...(look.centred && { alignment: 'center' as const }),
        ...(look.frame && { border: FRAMES[look.frame] }),
        ...(style === 'headline' && { outlineLevel: 0 }),
      },
    };
  });
}

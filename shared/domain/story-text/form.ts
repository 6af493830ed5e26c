/** Which house a filed text comes from, by what its furniture said. */
import type { Filing } from './filing.ts';
import { recogniseForm, type StoryTextForm } from './houses.ts';

/** The form of a filed text. `forwarded`: a messenger's own lines stood around it. */
export function formOf(filing: Filing, forwarded: boolean): StoryTextForm {
  const asides = new Set(
    filing.asides.map((aside) => aside.text.toLowerCase().replace(/[\s:]+$/, '')),
  );
  const left = new Set(filing.leftOver.map((left) => left.text.toLowerCase()));
  const brand = (filing.dateline?.brand ?? '').toLowerCase();
  const source = filing.source.toLowerCase();
  const copyright = filing.copyright.join(' ').toLowerCase();
  const codes =
    filing.signoffs.length > 1 && filing.signoffs.every((signoff) => signoff.short === '');
  return recogniseForm([
    { form: 'whatsapp', weight: 6, seen: forwarded },
    { form: 'whatsapp', weight: 4, seen: filing.boldHeadline },
    { form: 'tribun', weight: 3, seen: brand.startsWith('tribun') },
    {
      form: 'tribun',
      weight: 1,
      seen: source.startsWith('tribun') || copyright.includes('tribun'),
    },
    { form: 'kompas', weight: 3, seen: brand.startsWith('kompas') },
    { form: 'kompas', weight: 1, seen: left.has('lihat foto') },
    { form: 'detik', weight: 3, seen: source.startsWith('detik') },
    { form: 'detik', weight: 1, seen: filing.dateline?.brand === '' },
    { form: 'detik', weight: 1, seen: codes },
    { form: 'detik', weight: 1, seen: asides.has('foto') },
    { form: 'antara', weight: 3, seen: brand.startsWith('antara') || copyright.includes('antara') },
    { form: 'antara', weight: 2, seen: asides.has('pewarta') },
    { form: 'reuters', weight: 3, seen: brand === 'reuters' },
    { form: 'reuters', weight: 2, seen: asides.has('reporting by') },
  ]);
}

/** What can be put into a text: one row each, for the `/` menu and the toolbar's. */
import {
  Heading2,
  Heading3,
  ImagePlus,
  Info,
  List,
  ListOrdered,
  MessageSquareQuote,
  Minus,
  Newspaper,
  Pilcrow,
  Quote,
  Table,
  TvMinimalPlay,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { CommandId } from '../../commands/index.ts';
import type { BlockForm } from '../extensions/forms.ts';

export interface Insertion {
  readonly form: Exclude<BlockForm, 'newer'>;
  readonly group: 'texts' | 'cards';
  readonly command: CommandId;
  readonly symbol: ReactNode;
  /** Further words that find it, in both languages: people type the one they know. */
  readonly words: string;
}

export const INSERTIONS: readonly Insertion[] = [
  {
    form: 'paragraph',
    group: 'texts',
    command: 'block.paragraph',
    symbol: <Pilcrow />,
    words: 'paragraf alinea teks biasa paragraph text plain',
  },
  {
    form: 'h2',
    group: 'texts',
    command: 'block.h2',
    symbol: <Heading2 />,
    words: 'subjudul heading subhead h2 crosshead',
  },
  {
    form: 'h3',
    group: 'texts',
    command: 'block.h3',
    symbol: <Heading3 />,
    words: 'subjudul kecil heading small subhead h3',
  },
  {
    form: 'quote',
    group: 'texts',
    command: 'block.quote',
    symbol: <Quote />,
    words: 'kutipan petikan quote blockquote',
  },
  {
    form: 'pull-quote',
    group: 'texts',
    command: 'block.pull-quote',
    symbol: <MessageSquareQuote />,
    words: 'kutipan besar sorotan pull quote pullquote',
  },
  {
    form: 'bullet',
    group: 'texts',
    command: 'block.bullet',
    symbol: <List />,
    words: 'daftar butir list bullet unordered',
  },
  {
    form: 'number',
    group: 'texts',
    command: 'block.number',
    symbol: <ListOrdered />,
    words: 'daftar bernomor nomor list numbered ordered',
  },
  {
    form: 'photo',
    group: 'cards',
    command: 'insert.photo',
    symbol: <ImagePlus />,
    words: 'foto gambar photo picture image',
  },
  {
    form: 'related',
    group: 'cards',
    command: 'insert.related',
    symbol: <Newspaper />,
    words: 'baca juga berita terkait tautan read also related link',
  },
  {
    form: 'table',
    group: 'cards',
    command: 'insert.table',
    symbol: <Table />,
    words: 'tabel kolom baris table grid rows columns',
  },
  {
    form: 'info-box',
    group: 'cards',
    command: 'insert.info-box',
    symbol: <Info />,
    words: 'kotak info fakta box facts sidebar',
  },
  {
    form: 'embed',
    group: 'cards',
    command: 'insert.embed',
    symbol: <TvMinimalPlay />,
    words: 'kiriman sematan video youtube x twitter instagram tiktok facebook embed post film',
  },
  {
    form: 'divider',
    group: 'cards',
    command: 'insert.divider',
    symbol: <Minus />,
    words: 'garis pemisah divider line rule separator',
  },
];

/** Those whose name or further words have a word that begins so. */
export function findInsertions(
  typed: string,
  nameOf: (form: Insertion['form']) => string,
): readonly Insertion[] {
  const words = typed.toLocaleLowerCase().trim().split(/\s+/).filter(Boolean);
  return INSERTIONS.filter(({ form, words: more }) => {
    const own = `${nameOf(form)} ${more}`.toLocaleLowerCase().split(/\s+/);
    return words.every((word) => own.some((each) => each.startsWith(word)));
  });
}

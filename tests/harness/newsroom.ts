/** The sample newsroom, as the harness's core knows it: the server's demo texts, and one story in each state. */
import type { Newsroom } from '#shared/contract/core.ts';
import {
  deskIdSchema,
  newId,
  siteIdSchema,
  type PersonId,
  type PhotoHash,
} from '#shared/domain/ids.ts';
import type { Person, Role } from '#shared/domain/roles.ts';
import { parseStoryText } from '#shared/domain/story-text/index.ts';
import type { Article } from '#shared/domain/article.ts';
import type { StoryState } from '#shared/domain/workflow.ts';

const texts = import.meta.glob<string>('../../server/demo/stories/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../server/demo/photos/*.jpg', {
  query: '?url',
  import: 'default',
  eager: true,
});

const fileName = (file: string): string =>
  file
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '') ?? file;

/** Address of each picture, by a hash that only the harness uses. */
export const PHOTOS: ReadonlyMap<PhotoHash, { readonly name: string; readonly url: string }> =
  new Map(
    Object.entries(pictures).map(([file, url], index) => [
      (index + 10).toString(16).padStart(64, 'a') as PhotoHash,
      { name: fileName(file), url },
    ]),
  );

function person(
  username: string,
  fullName: string,
  shortName: string,
  code: string,
  ...roles: Role[]
): Person {
  return {
    id: newId<PersonId>(),
    username,
    fullName,
    shortName,
    signoffCode: code,
    grants: roles.map((role) => ({ role, desk: '*' as const })),
    active: true,
  };
}

export const LAILI = person('laili', 'Laili Shofiyah', 'Laili S', '***', 'reporter');
export const ZAINAL = person('zainal', 'M Zainal Arifin', 'Zainal', 'maz', 'editor', 'publisher');
export const DIMAS = person('dimas', 'Dimas Aryo', 'Dimas', 'dms', 'photo');
const BAGAS = person('bagas', 'Bagas Pratama', 'Bagas', 'bgs', 'reporter');

const site = {
  id: siteIdSchema.parse('tribun-jateng'),
  name: 'Tribun Jateng (contoh)',
  datelineBrand: 'TRIBUNJATENG.COM',
  datelineSeparator: '-',
  sourceName: 'Tribun Jateng',
  language: 'id' as const,
  copyrightTemplate: '© {year} Tribun Jateng',
};

const desk = (id: string, name: string) => ({
  id: deskIdSchema.parse(id),
  name,
  site: site.id,
  datelinePlace: name.toUpperCase(),
  section: `Berita ${name}`,
});

export const NEWSROOM: Newsroom = {
  name: 'Redaksi Contoh Jawa Tengah',
  sites: [site],
  desks: [desk('klaten', 'Klaten'), desk('semarang', 'Semarang'), desk('solo', 'Solo')],
  people: [LAILI, ZAINAL, DIMAS, BAGAS],
};

export interface Course {
  readonly file: string;
  readonly writer: Person;
  readonly desk: 'klaten' | 'semarang' | 'solo';
  readonly photo: string | null;
  readonly state: StoryState;
  readonly hoursAgo: number;
  readonly unsent?: boolean;
  readonly changed?: boolean;
  readonly reason?: string;
}

export const COURSES: readonly Course[] = [
  {
    file: 'panen-merapi',
    writer: LAILI,
    desk: 'klaten',
    photo: 'sawah-merapi',
    state: 'draft',
    hoursAgo: 0.2,
    unsent: true,
  },
  {
    file: 'banjir',
    writer: LAILI,
    desk: 'semarang',
    photo: 'banjir',
    state: 'submitted',
    hoursAgo: 1.3,
  },
  {
    file: 'sekolah',
    writer: LAILI,
    desk: 'klaten',
    photo: 'sekolah',
    state: 'returned',
    hoursAgo: 3,
    reason: 'Jabatan narasumber di paragraf lima belum cocok dengan keterangan foto.',
  },
  {
    file: 'jembatan',
    writer: LAILI,
    desk: 'solo',
    photo: 'jembatan',
    state: 'approved',
    hoursAgo: 5,
  },
  {
    file: 'sepak-bola',
    writer: BAGAS,
    desk: 'solo',
    photo: 'sepak-bola',
    state: 'submitted',
    hoursAgo: 6,
  },
  {
    file: 'pasar-gondang',
    writer: LAILI,
    desk: 'klaten',
    photo: 'pasar',
    state: 'published',
    hoursAgo: 26,
    changed: true,
  },
  {
    file: 'taman-baca',
    writer: LAILI,
    desk: 'klaten',
    photo: 'perpustakaan',
    state: 'updated',
    hoursAgo: 50,
  },
  {
    file: 'kampung-batik',
    writer: BAGAS,
    desk: 'solo',
    photo: null,
    state: 'published',
    hoursAgo: 75,
  },
  { file: 'sumur-tua', writer: BAGAS, desk: 'klaten', photo: null, state: 'spiked', hoursAgo: 120 },
  {
    file: 'jadwal-bus',
    writer: BAGAS,
    desk: 'semarang',
    photo: null,
    state: 'withdrawn',
    hoursAgo: 140,
    reason: 'Jadwal yang kami terima ternyata rancangan.',
  },
];

/** The article of a demo text, with its picture and the register's people in place. */
export function demoArticle({ file, photo }: Pick<Course, 'file' | 'photo'>): Article {
  const text = Object.entries(texts).find(([name]) => fileName(name) === file)?.[1] ?? '';
  const { article } = parseStoryText(text, {
    personByName: (name) => NEWSROOM.people.find((each) => each.fullName === name)?.id,
  });
  const hash = [...PHOTOS].find(([, { name }]) => name === photo)?.[0] ?? null;
  return {
    ...article,
    tags: article.tags.length > 0 ? article.tags : ['Jawa Tengah', 'Klaten'],
    photoUses: article.photoUses.map((use, index) =>
      index === 0
        ? { ...use, photo: hash, alt: use.alt || 'Pemandangan di lokasi peristiwa, siang hari.' }
        : use,
    ),
  };
}

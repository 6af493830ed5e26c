/** Who works in the simulated newsroom, and on which laptop. */
import type { NewPerson } from '#server/admin.ts';
import type { Desk, Site } from '#shared/domain/roles.ts';

export const PASSWORD = 'sandi simulasi';
export const DESK = 'klaten' as Desk['id'];

export const SITE = {
  id: 'tribun-jateng',
  name: 'Tribun Jateng',
  datelineBrand: 'TRIBUNJATENG.COM',
  datelineSeparator: '-',
  sourceName: 'Tribun Jateng',
  language: 'id',
  copyrightTemplate: '© {year} Tribun Jateng',
} as Site;
export const KLATEN = {
  id: DESK,
  name: 'Klaten',
  site: SITE.id,
  datelinePlace: 'KLATEN',
  section: 'Berita Klaten',
} as Desk;

const STAFF = {
  laili: ['reporter'],
  zainal: ['editor', 'publisher'],
  sekar: ['editor', 'reporter'],
  bagas: ['reporter'],
} as const satisfies Record<string, readonly NewPerson['grants'][number]['role'][]>;
type Username = keyof typeof STAFF;

export const PEOPLE: readonly NewPerson[] = Object.entries(STAFF).map(([username, roles]) => ({
  username,
  password: PASSWORD,
  fullName: `${username} simulasi`,
  shortName: username,
  signoffCode: '***',
  grants: roles.map((role) => ({ role, desk: DESK })),
}));

/** Laptops in the order in which a simulation takes them: always a reporter and an editor; Laili may have two. */
export const LAPTOPS = {
  'laili-1': 'laili',
  'zainal-1': 'zainal',
  'sekar-1': 'sekar',
  'laili-2': 'laili',
  'bagas-1': 'bagas',
} as const satisfies Record<string, Username>;
export type LaptopName = keyof typeof LAPTOPS;
export const LAPTOP_NAMES = Object.keys(LAPTOPS) as readonly LaptopName[];

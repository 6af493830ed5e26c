/** The sample newsroom's registers: invented, but for the two people whom the sample story names. */
import type { Desk, Role, Site } from '#shared/domain/roles.ts';
import type { NewPerson } from '../admin.ts';

export const NEWSROOM_NAME = 'Redaksi Contoh Jawa Tengah';

export const SITES = [
  {
    id: 'tribun-jateng',
    name: 'Tribun Jateng (contoh)',
    datelineBrand: 'TRIBUNJATENG.COM',
    datelineSeparator: '-',
    sourceName: 'Tribun Jateng',
    language: 'id',
    copyrightTemplate: '© {year} Tribun Jateng',
  },
  {
    id: 'suara-merapi',
    name: 'Suara Merapi (contoh)',
    datelineBrand: 'SUARAMERAPI.ID',
    datelineSeparator: '–',
    sourceName: 'Suara Merapi',
    language: 'id',
    copyrightTemplate: '© {year} Suara Merapi',
    typography: { quotes: 'curly', dash: 'en' },
  },
] as const satisfies readonly Unbranded<Site>[];

export const DESKS = [
  desk('klaten', 'Klaten', 'tribun-jateng', 'Berita Klaten'),
  desk('semarang', 'Semarang', 'tribun-jateng', 'Berita Semarang'),
  desk('solo', 'Solo', 'suara-merapi', 'Kabar Solo'),
] as const;

/** Everyone's password in the sample newsroom follows one rule, so that it can be read out. */
const password = (username: string) => `${username}-contoh`;

export const PEOPLE = [
  person('laili', 'Laili Shofiyah', 'Laili S', '***', [['reporter', 'klaten', 'semarang']]),
  person('zainal', 'M Zainal Arifin', 'Zainal', 'maz', [
    ['editor', '*'],
    ['publisher', '*'],
  ]),
  person('dimas', 'Dimas Aryo', 'Dimas', 'dms', [['photo', '*']]),
  person('ratna', 'Ratna Kusumawati', 'Ratna', 'rtn', [['publisher', '*']]),
  person('wira', 'Wira Saputra', 'Wira', 'wir', [['admin', '*']]),
  person('bagas', 'Bagas Pratama', 'Bagas', 'bgs', [['reporter', 'semarang', 'solo']]),
  person('sekar', 'Sekar Wulandari', 'Sekar', 'skr', [['editor', 'semarang', 'solo']]),
] as const;

export type Username = 'laili' | 'zainal' | 'dimas' | 'ratna' | 'wira' | 'bagas' | 'sekar';
export interface DemoPerson {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** As the terminal shows them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = PEOPLE.map((member) => ({
  name: member.fullName,
  username: member.username,
  password: member.password,
  roles: [...new Set(member.grants.map((grant) => grant.role))],
}));

/** The registers' ids are branded; here they are written down. */
type Unbranded<Row> = { readonly [Key in keyof Row]: Row[Key] extends string ? string : Row[Key] };

function desk(id: string, name: string, site: (typeof SITES)[number]['id'], section: string): Desk {
  return { id, name, site, datelinePlace: name.toUpperCase(), section } as Desk;
}

function person(
  username: Username,
  fullName: string,
  shortName: string,
  signoffCode: string,
  roles: readonly (readonly [role: Role, ...desks: string[]])[],
): NewPerson & { readonly username: Username } {
  const grants = roles.flatMap(([role, ...desks]) => desks.map((at) => ({ role, desk: at })));
  return {
    username,
    fullName,
    shortName,
    signoffCode,
    password: password(username),
    grants: grants as NewPerson['grants'],
  };
}

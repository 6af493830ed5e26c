/** Who may import what: the table of the design, as data, and the check of a graph against it. */
import type { Import } from './import-graph.ts';

interface Area {
  readonly folder: string;
  /** Folders that its files may import from, itself included. */
  readonly mayImport: readonly string[];
}

const everything = ['shared', 'electron', 'renderer', 'server', 'build'];

/** The first row whose folder holds a file is the file's area. */
const AREAS: readonly Area[] = [
  { folder: 'shared', mayImport: ['shared'] },
  { folder: 'electron/core', mayImport: ['electron/core', 'shared'] },
  // Main runs no SQL: it never sees core.
  { folder: 'electron/main', mayImport: ['electron/main', 'shared'] },
  { folder: 'electron/preload', mayImport: ['electron/preload', 'shared'] },
  // The `story` command is the whole way in one process: a laptop's core and a server.
  {
    folder: 'electron/cli',
    mayImport: ['electron/cli', 'electron/core', 'server', 'shared'],
  },
  { folder: 'renderer', mayImport: ['renderer', 'shared'] },
  { folder: 'server', mayImport: ['server', 'shared'] },
  { folder: 'build', mayImport: everything },
  { folder: 'tests', mayImport: [...everything, 'tests'] },
];

interface PackageRule {
  readonly packages: RegExp;
  /** The only folders that may import them; null: all but `never`. */
  readonly only: readonly string[] | null;
  readonly never?: readonly string[];
  readonly why: string;
}

const PACKAGE_RULES: readonly PackageRule[] = [
  {
    packages: /^(lexical|@lexical\/.+)$/,
    only: ['renderer/editor'],
    why: 'Lexical is a view of the article',
  },
  {
    packages: /^electron$/,
    only: ['electron/main', 'electron/preload', 'build/electron/loader', 'tests'],
    why: 'only the shell knows Electron',
  },
  {
    packages: /^node:$/,
    only: null,
    never: ['shared', 'renderer', 'electron/preload'],
    why: 'it runs where there is no Node',
  },
  {
    packages: /^(better-sqlite3|kysely)$/,
    only: ['electron/core', 'server', 'tests'],
    why: 'SQL lives in core and in the server',
  },
  {
    packages: /^(react|react-dom|@base-ui\/react|@lingui\/react|lucide-react)$/,
    only: ['renderer', 'tests'],
    why: 'the view is the renderer',
  },
];

/** The folders that the rules are about. */
export const SOURCE_FOLDERS = ['shared', 'electron', 'renderer', 'server', 'build', 'tests'];

/** Each import that breaks a rule, as `from -> to: the rule`. */
export function violations(imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const broken = one.file === null ? brokenByPackage(one) : brokenByFile(one.from, one.file);
    return broken.map((rule) => `${one.from} -> ${one.specifier}: ${rule}`);
  });
}

function brokenByFile(from: string, to: string): string[] {
  const broken: string[] = [];
  const area = AREAS.find(({ folder }) => isIn(from, folder));
  if (area === undefined) {
    broken.push('its folder has no row in the table of areas');
  } else if (!allowedFolders(from, area).some((folder) => isIn(to, folder))) {
    broken.push(`${area.folder} may import only ${area.mayImport.join(', ')}`);
  }
  if (isTest(to)) broken.push('nothing imports a test');
  const feature = /^renderer\/features\/([^/]+)\//.exec(to)?.[1];
  if (feature !== undefined && !isIn(from, `renderer/features/${feature}`)) {
    const door = new RegExp(`^renderer/features/${feature}/index\\.tsx?$`);
    if (!door.test(to)) broken.push('index.ts is the only door of a feature');
  }
  return broken;
}

/** A test beside its source may also use what tests/ offers, and look at what build/ makes of it. */
function allowedFolders(from: string, area: Area): readonly string[] {
  return isTest(from) ? [...area.mayImport, 'tests', 'build'] : area.mayImport;
}

function brokenByPackage({ from, package: name }: Import): string[] {
  return PACKAGE_RULES.filter(({ packages }) => name !== null && packages.test(name))
    .filter(({ only, never = [] }) => {
      const forbidden = never.some((folder) => isIn(from, folder)) && !isTest(from);
      return forbidden || (only !== null && !only.some((folder) => isIn(from, folder)));
    })
    .map(({ why }) => why);
}

function isIn(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

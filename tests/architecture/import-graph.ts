/** The import graph of the repository, read with a real parser. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** Files by path from the root (with `/`), and their text. */
export type SourceTree = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** The file's path from the root, where the import leads to one of ours. */
  readonly file: string | null;
  /** The package's name, where it leads out of the repository; `node:` for Node's own modules. */
  readonly package: string | null;
}

/** Reads the sources below the given folders. Throws when there are none: nothing would be checked. */
export function readSourceTree(root: string, folders: readonly string[]): SourceTree {
  const found = globSync(
    folders.map((folder) => `${folder}/**/*.{ts,tsx,mts,js,mjs}`),
    { cwd: root, exclude: (name) => name.includes('node_modules') },
  );
  if (found.length === 0) throw new Error(`No source below ${folders.join(', ')} in ${root}.`);
  return new Map(
    found
      .toSorted()
      .map((file) => [toSlashes(file), readFileSync(path.join(root, file), 'utf8')] as const),
  );
}

/** The `imports` map of package.json, as prefix -> folder: `#shared/` -> `shared/`. */
export function readAliases(root: string): ReadonlyMap<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { imports = {} } = manifest as { imports?: Record<string, string> };
  return new Map(
    Object.entries(imports).map(([alias, target]) => [
      alias.replace(/\*$/, ''),
      target.replace(/^\.\//, '').replace(/\*$/, ''),
    ]),
  );
}

/** Every import of every file: static, `export from`, `import()` and `new URL(..., import.meta.url)`. */
export function importsOf(tree: SourceTree, aliases: ReadonlyMap<string, string>): Import[] {
  return [...tree].flatMap(([from, text]) =>
    specifiersIn(from, text).map((specifier) => ({
      from,
      specifier,
      ...resolve(from, specifier, aliases),
    })),
  );
}

/** Whether a file of ours lies at this path from the root. */
export function fileExists(root: string, file: string): boolean {
  return existsSync(path.join(root, file));
}

function specifiersIn(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text);
  const [fatal] = errors;
  if (fatal !== undefined) throw new Error(`${file} does not parse: ${fatal.message}`);
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(
      text.slice(moduleRequest.start, moduleRequest.end).trim(),
    );
    return literal?.[2] === undefined ? [] : [literal[2]];
  });
  // Only where `import.meta` is code: the parser knows what is a string or a comment.
  const metas = new Set(module.importMetas.map(({ start }) => start));
  const urls = [
    ...text.matchAll(/new URL\(\s*(['"`])(\.{1,2}\/[^'"`$]+)\1,\s*(?=import\.meta\.url)/g),
  ].flatMap((match) => (metas.has(match.index + match[0].length) ? (match[2] ?? []) : []));
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...dynamic,
    ...urls,
  ];
}

function resolve(
  from: string,
  specifier: string,
  aliases: ReadonlyMap<string, string>,
): Pick<Import, 'file' | 'package'> {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) {
    const file = path.posix.join(path.posix.dirname(from), bare);
    // A package's file by its path is the package all the same.
    const inside = /^node_modules\/(.+)$/.exec(file)?.[1];
    if (inside !== undefined) return { file: null, package: packageOf(inside) };
    return { file, package: null };
  }
  for (const [alias, folder] of aliases) {
    if (bare.startsWith(alias)) return { file: folder + bare.slice(alias.length), package: null };
  }
  if (bare.startsWith('node:')) return { file: null, package: 'node:' };
  return { file: null, package: packageOf(bare) };
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function toSlashes(file: string): string {
  return file.split(path.sep).join('/');
}

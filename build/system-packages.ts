/** Which Debian and Ubuntu package brings what. Pure: reads `ldd`, chooses names. */

export interface Need {
  /** What is missing, as the system calls it. */
  readonly name: string;
  /** Package names that bring it, newest release first: Debian 13 and Ubuntu 24.04 renamed many. */
  readonly packages: readonly string[];
}

/** Shared library -> packages. Libraries of one package stand in one row. */
const LIBRARIES: readonly {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}[] = [
  { files: ['libgtk-3.so.0', 'libgdk-3.so.0'], packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { files: ['libasound.so.2'], packages: ['libasound2t64', 'libasound2'] },
  { files: ['libnss3.so', 'libnssutil3.so', 'libsmime3.so'], packages: ['libnss3'] },
  { files: ['libnspr4.so'], packages: ['libnspr4'] },
  { files: ['libatk-1.0.so.0'], packages: ['libatk1.0-0t64', 'libatk1.0-0'] },
  { files: ['libatk-bridge-2.0.so.0'], packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { files: ['libatspi.so.0'], packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { files: ['libcups.so.2'], packages: ['libcups2t64', 'libcups2'] },
  { files: ['libdbus-1.so.3'], packages: ['libdbus-1-3'] },
  { files: ['libdrm.so.2'], packages: ['libdrm2'] },
  { files: ['libgbm.so.1'], packages: ['libgbm1'] },
  { files: ['libexpat.so.1'], packages: ['libexpat1'] },
  { files: ['libudev.so.1'], packages: ['libudev1'] },
  { files: ['libxkbcommon.so.0'], packages: ['libxkbcommon0'] },
  { files: ['libX11.so.6'], packages: ['libx11-6'] },
  { files: ['libxcb.so.1'], packages: ['libxcb1'] },
  { files: ['libXcomposite.so.1'], packages: ['libxcomposite1'] },
  { files: ['libXdamage.so.1'], packages: ['libxdamage1'] },
  { files: ['libXext.so.6'], packages: ['libxext6'] },
  { files: ['libXfixes.so.3'], packages: ['libxfixes3'] },
  { files: ['libXrandr.so.2'], packages: ['libxrandr2'] },
  { files: ['libpango-1.0.so.0'], packages: ['libpango-1.0-0'] },
  { files: ['libcairo.so.2'], packages: ['libcairo2'] },
  {
    files: ['libglib-2.0.so.0', 'libgobject-2.0.so.0', 'libgio-2.0.so.0'],
    packages: ['libglib2.0-0t64', 'libglib2.0-0'],
  },
];

export const screenNeed: Need = { name: 'Xvfb', packages: ['xvfb'] };
export const fontNeed: Need = { name: 'a font', packages: ['fonts-dejavu-core'] };

/** The libraries that `ldd` could not find, in its order, each once. */
export function missingLibraries(ldd: string): string[] {
  const missing = [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  return [...new Set(missing)];
}

/** What brings these libraries; several of one package are one need. */
export function needsForLibraries(libraries: readonly string[]): Need[] {
  const needs = libraries.map((name): Need => {
    const row = LIBRARIES.find(({ files }) => files.includes(name));
    return { name, packages: row?.packages ?? [] };
  });
  return needs.filter(
    (need, at) =>
      need.packages.length === 0 ||
      needs.findIndex(({ packages }) => packages[0] === need.packages[0]) === at,
  );
}

/** For each need the first of its names that this release knows. */
export function availablePackages(
  needs: readonly Need[],
  isKnown: (name: string) => boolean,
): string[] {
  return needs.flatMap(({ packages }) => {
    const known = packages.find(isKnown) ?? packages.at(-1);
    return known === undefined ? [] : [known];
  });
}

/** One sentence: what is missing, and the exact command where there is one. */
export function describeMissing(
  needs: readonly Need[],
  packages: readonly string[] | null,
): string {
  const missing = `Electron cannot start here: ${needs.map((need) => need.name).join(', ')} missing.`;
  return packages === null || packages.length === 0
    ? `${missing} Install them with this system's package manager, then run this again.`
    : `${missing} Run this once as root, then try again: apt-get update && apt-get install --yes ${packages.join(' ')}`;
}

/**
 * Indonesian forms that the dictionary's affix file does not make: it lists per stem which affixes it takes, and leaves
 * many out (imbuhnya, digelar, antarkampung). Each rule here asks the dictionary for the stem, or for the active verb
 * that a passive needs, so that `disini` and `berkerja` stay wrong. Rules: EYD V, chapter on derived words.
 */

type Knows = (word: string) => boolean;

/** Bound forms: joined to a word without a hyphen. Those that many a word begins with by chance are left out. */
const BOUND_FORMS: readonly string[] =
  'antar anti ekstra hiper infra inter kontra maha makro manca mega mikro mini multi neo non panca pasca poli pra purna semi sub super supra swa tele trans tuna ultra'.split(
    ' ',
  );

/** Said after a word, and written as part of it. */
const CLITICS = ['nya', 'ku', 'mu', 'lah', 'kah', 'pun'] as const;

/** `di` before these is a word of its own: di atas, di kota. Their active forms exist and would speak for a passive. */
const PLACES: ReadonlySet<string> = new Set(
  'antara atas bawah belakang dalam darat depan desa dusun hadapan hilir hulu hutan jalan kampung kanan kantor kebun kelas kiri kota laut ladang luar muka pantai pasar pusat rumah samping sana sawah sekitar sekolah seberang sini situ tempat tengah tepi timur barat utara selatan udara'.split(
    ' ',
  ),
);

/** A word that `di` and `ke` stand before, and are not joined to. */
export function isPlaceAfterDi(word: string): boolean {
  return PLACES.has(word) || word === 'mana';
}

/** What one measures out by: seusai, sepekan. Any other word after `se` may be a slip. */
const AFTER_SE: ReadonlySet<string> = new Set(
  'abad asrama awal banyak desa dunia dusun hari jam kabupaten kantor kecamatan kelas kelurahan kota lokasi malam menit minggu pekan penggal persen provinsi rupiah sekolah usai usia windu'.split(
    ' ',
  ),
);

/** Common slips whose parts are words: mengubah, not merubah (rubah is a fox). */
const SLIPS: ReadonlySet<string> = new Set(['merubah', 'merubahnya', 'dirubah', 'terubah']);

/** A shorter word is too easily a slip of another one. */
const SHORTEST_STEM = 4;

/** Does some rule of the language make this word from words that the dictionary knows? @param word in small letters */
export function isIndonesianForm(word: string, knows: Knows): boolean {
  if (SLIPS.has(word)) return false;
  return withoutClitics(word).some(
    (base) => (base !== word && knows(base)) || RULES.some((rule) => rule(base, knows)),
  );
}

/** The word, and what is left of it without one or two clitics (jadwalnya, bukunyalah). */
function withoutClitics(word: string): readonly string[] {
  const once = (base: string): string[] =>
    CLITICS.flatMap((clitic) => {
      const stem = base.slice(0, -clitic.length);
      return base.endsWith(clitic) && stem.length >= SHORTEST_STEM - 1 ? [stem] : [];
    });
  const first = once(word);
  return [word, ...first, ...first.flatMap(once)];
}

type Rule = (base: string, knows: Knows) => boolean;

const RULES: readonly Rule[] = [
  // A passive is there when its active is: digelar as menggelar.
  (base, knows) =>
    [...stemAfter(base, 'di'), ...stemAfter(base, 'ku'), ...stemAfter(base, 'kau')].some(
      (stem) => !PLACES.has(stem) && hasActive(stem, knows),
    ),
  (base, knows) => stemAfter(base, 'ter').some((stem) => hasActive(stem, knows)),
  // ber- loses its r before a syllable that ends in -er: bekerja.
  (base, knows) =>
    stemAfter(base, 'ber').some(
      (stem) => stem.length > SHORTEST_STEM && !/^.?er[^aeiou]/.test(stem) && knows(stem),
    ),
  (base, knows) => stemAfter(base, 'se').some((stem) => AFTER_SE.has(stem) && knows(stem)),
  (base, knows) => activeStems(base).some((stem) => isVerbStem(stem, knows)),
  (base, knows) =>
    BOUND_FORMS.some((form) =>
      stemAfter(base, form).some((stem) => stem.length > SHORTEST_STEM && knows(stem)),
    ),
];

function stemAfter(base: string, prefix: string): readonly string[] {
  const stem = base.slice(prefix.length);
  return base.startsWith(prefix) && stem.length >= SHORTEST_STEM ? [stem] : [];
}

/** How meN- meets the first letters of a stem: the nasal, what it stands before, and the letter that it takes away. */
const NASALS: readonly (readonly [nasal: string, before: RegExp, taken: string])[] = [
  ['meny', /^[aeiou]/, 's'],
  ['meng', /^[aeiou]/, 'k'],
  ['meng', /^(?:[aeioughx]|kh|k[^aeiou])/, ''],
  ['mem', /^[aeiou]/, 'p'],
  ['mem', /^(?:[bfv]|p[^aeiou])/, ''],
  ['men', /^[aeiou]/, 't'],
  ['men', /^(?:[cdjz]|sy|t[^aeiou])/, ''],
  ['me', /^[lmnrwy]/, ''],
];

/** meN- taken off: every stem that it may have stood before. */
function activeStems(base: string): readonly string[] {
  return NASALS.flatMap(([nasal, before, taken]) => {
    const rest = base.slice(nasal.length);
    return base.startsWith(nasal) && before.test(rest) ? [taken + rest] : [];
  });
}

/** meN- put on: the active that a passive is made of. */
function activeForms(stem: string): readonly string[] {
  return NASALS.flatMap(([nasal, before, taken]) => {
    const rest = stem.slice(taken.length);
    return stem.startsWith(taken) && before.test(rest) ? [nasal + rest] : [];
  });
}

/** Known as it is (menggelar), or made of a known word with a verb's ending (memfasilitasi). */
function hasActive(stem: string, knows: Knows): boolean {
  return activeForms(stem).some(knows) || (VERB_ENDING.test(stem) && isVerbStem(stem, knows));
}

const VERB_ENDING = /(?:kan|i)$/;

function isVerbStem(stem: string, knows: Knows): boolean {
  const root = stem.replace(VERB_ENDING, '');
  return (
    (stem.length > SHORTEST_STEM && knows(stem)) || (root.length > SHORTEST_STEM && knows(root))
  );
}

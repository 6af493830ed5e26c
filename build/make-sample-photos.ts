/**
 * Draws the sample newsroom's photos and the test photos: our own illustrations, under the repository's licence, so that
 * nobody's picture is copied. The same code gives the same files. Run: `node build/run.mjs build/make-sample-photos.ts`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { chanceFrom, SCENE } from './sample-photos/kit.ts';
import { writePressWords, type PressWords } from './sample-photos/jpeg-metadata.ts';
import { bridge, flood, football, riceField } from './sample-photos/scenes-country.ts';
import { library, signing } from './sample-photos/scenes-indoors.ts';
import { market, school } from './sample-photos/scenes-town.ts';

const ROOT = path.dirname(import.meta.dirname);
const DEMO = path.join(ROOT, 'server/demo/photos');
const FIXTURES = path.join(ROOT, 'tests/fixtures/photos');

/** The signing scene's words are those of the sample story's photo. */
const KLATEN: PressWords = {
  headline: 'TANDATANGAN KERJASAMA',
  caption:
    'Bupati Klaten, Hamenang Wajar Ismoyo, menandatangani kerjasama dengan perwakilan pemerintah Nanjing di Semarang. Dengan adanya kerjasama tersebut Pemkab Klaten menjadikan Kabupaten Nanjing sebagai sister city.',
  credit: 'Dok/Prokopim Setda Klaten',
  creator: 'Prokopim Setda Klaten',
  city: 'Semarang',
  taken: '2025-06-24',
  alt: 'Dua pejabat duduk di meja panjang dan menandatangani dokumen, disaksikan para undangan.',
};

/** Grain and seed per demo photo; the scenes carry no words, the newsroom's stories do. */
const DEMO_SCENES = {
  'penandatanganan.jpg': signing,
  'pasar.jpg': market,
  'sekolah.jpg': school,
  'perpustakaan.jpg': library,
  'sawah-merapi.jpg': riceField,
  'banjir.jpg': flood,
  'sepak-bola.jpg': football,
  'jembatan.jpg': bridge,
} as const;

/** Paints a scene: the drawing, a light grain as of film, a JPEG of editorial quality. */
async function paint(svg: string, seed: number, width: number = SCENE.width): Promise<Buffer> {
  const size = { width: SCENE.width, height: SCENE.height };
  const chance = chanceFrom(seed);
  const grain = Buffer.alloc(size.width * size.height);
  for (let n = 0; n < grain.length; n += 1) grain[n] = 128 + (chance() + chance() - 1) * 15;
  const grained = await sharp(grain, { raw: { ...size, channels: 1 } })
    .blur(0.6)
    .png()
    .toBuffer();
  const whole = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .composite([{ input: grained, blend: 'soft-light' }])
    .png()
    .toBuffer();
  return sharp(whole).resize(width).jpeg({ quality: 76, mozjpeg: true }).toBuffer();
}

async function write(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), bytes);
  process.stdout.write(`${path.relative(ROOT, path.join(folder, name))}  ${bytes.length} bytes\n`);
}

let seed = 0;
for (const [name, draw] of Object.entries(DEMO_SCENES)) {
  seed += 1;
  await write(DEMO, name, await paint(draw(), seed));
}

const klaten = writePressWords(await paint(signing(), 1), KLATEN);
const small = await paint(riceField(), 5, 320);
await write(FIXTURES, 'klaten.jpg', klaten);
await write(FIXTURES, 'no-metadata.jpg', await paint(market(), 2, 1200));
await write(
  FIXTURES,
  'turned.jpg',
  await sharp(small).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
);
await write(FIXTURES, 'small.png', await sharp(small).png({ palette: true }).toBuffer());
await write(FIXTURES, 'small.webp', await sharp(small).webp({ quality: 70 }).toBuffer());
await write(FIXTURES, 'truncated.jpg', small.subarray(0, Math.floor(small.length * 0.6)));
await write(FIXTURES, 'text.jpg', 'Ini bukan gambar, hanya catatan yang salah nama.\n');

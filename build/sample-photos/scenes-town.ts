/** Scenes in town: a market, a school. */
import {
  between,
  chanceFrom,
  circle,
  CLOTH,
  moved,
  oneOf,
  palm,
  person,
  rect,
  scene,
  shadow,
  shape,
  SKIN,
  stroke,
  tree,
  wash,
} from './kit.ts';

/** A morning market under striped awnings. */
export function market(): string {
  const chance = chanceFrom(7);
  const heap = (x: number, y: number, colour: string) =>
    Array.from({ length: 26 }, () =>
      circle(
        x + between(chance, -78, 78),
        y - between(chance, 0, 46),
        between(chance, 13, 19),
        colour,
      ),
    ).join('');
  const stall = (x: number, stripe: string, ...fruit: readonly string[]) =>
    rect(x + 14, 330, 12, 520, '#5b4632') +
    rect(x + 444, 330, 12, 520, '#5b4632') +
    fruit
      .map(
        (colour, n) =>
          heap(x + 100 + n * 135, 720, colour) +
          shape(`M${x + 14 + n * 135} 716 l172 0 l-18 78 l-136 0z`, '#9a7446') +
          stroke(`M${x + 22 + n * 135} 740 l156 0`, '#7c5a34', 6),
      )
      .join('') +
    rect(x, 790, 470, 24, '#6f4f32') +
    rect(x + 16, 814, 438, 120, '#8a6540') +
    Array.from({ length: 8 }, (_, n) =>
      shape(`M${x - 14 + n * 62} 300 l62 0 l0 78 q-31 34 -62 0z`, n % 2 === 0 ? stripe : '#f1e7d2'),
    ).join('') +
    shape(`M${x + 30} 220 L${x + 440} 220 L${x + 482} 302 L${x - 14} 302z`, stripe) +
    shape(
      `M${x + 30} 220 L${x + 440} 220 L${x + 482} 302 L${x - 14} 302z`,
      '#000',
      'opacity=".12"',
    );
  return scene(
    wash({ height: 640 }, '#f4d9a6', '#f8e9c8', '#e9c997'),
    circle(1250, 170, 90, '#fff4d6', 'opacity=".9"'),
    shape(
      'M0 430 L0 300 L240 190 L480 300 L480 250 L760 150 L1040 250 L1040 290 L1320 200 L1600 300 L1600 560 L0 560z',
      '#a8553c',
    ),
    shape('M0 430 L1600 430 L1600 640 L0 640z', '#c98b62'),
    Array.from({ length: 16 }, (_, n) => rect(30 + n * 100, 450, 46, 120, '#7b4a34')).join(''),
    wash({ y: 600, height: 467 }, '#b89468', '#8b6a48'),
    [210, 470, 690, 905, 1120, 1390]
      .map((x, n) =>
        person({
          x,
          y: 760,
          scale: 0.92,
          skin: oneOf(chance, SKIN),
          cloth: oneOf(chance, CLOTH),
          head: n % 2 === 0 ? 'hijab' : 'caping',
          headColour: n % 2 === 0 ? oneOf(chance, ['#b9546a', '#d9c7a8', '#5a7a86']) : '#d2ad6a',
        }),
      )
      .join(''),
    stall(20, '#b23a48', '#d24b3a', '#7ea63f', '#e9a13b'),
    stall(565, '#2f6f73', '#f0c24a', '#8c3b57', '#6f9a3c'),
    stall(1110, '#c98a2b', '#e2703a', '#4f8a4a', '#d9c05a'),
    shadow(420, 1012, 120),
    shadow(800, 1026, 130),
    shadow(1210, 1012, 120),
    person({
      x: 420,
      y: 1010,
      scale: 1.24,
      skin: SKIN[1],
      cloth: '#6a4c93',
      head: 'hijab',
      headColour: '#efd6b0',
      pose: 'carry',
    }),
    person({
      x: 800,
      y: 1024,
      scale: 1.3,
      skin: SKIN[0],
      cloth: '#d8cdb8',
      head: 'hair',
      pose: 'stand',
      batik: true,
    }),
    person({
      x: 1210,
      y: 1010,
      scale: 1.24,
      skin: SKIN[2],
      cloth: '#8c2f39',
      head: 'hijab',
      headColour: '#3f5f66',
      pose: 'carry',
      flip: true,
    }),
    moved(
      462,
      842,
      1,
      shape('M-52 0 q52 -40 104 0 l-14 66 l-76 0z', '#a97c45'),
      circle(-14, -14, 20, '#6f9a3c'),
      circle(20, -16, 20, '#d24b3a'),
    ),
    moved(
      1166,
      842,
      1,
      shape('M-52 0 q52 -40 104 0 l-14 66 l-76 0z', '#a97c45'),
      circle(-14, -14, 20, '#e9a13b'),
      circle(20, -16, 20, '#7ea63f'),
    ),
  );
}

/** A village school on a Monday morning, flag raised. */
export function school(): string {
  const chance = chanceFrom(17);
  const pupils = Array.from({ length: 18 }, (_, n) => {
    const row = n % 2;
    return {
      y: 880 + row * 96,
      html: person({
        x: 250 + Math.floor(n / 2) * 134 + row * 40,
        y: 880 + row * 96,
        scale: 0.62 + row * 0.09,
        skin: oneOf(chance, SKIN),
        cloth: '#f2eee4',
        trousers: '#9c2f36',
        head: n % 3 === 0 ? 'hijab' : 'cap',
        headColour: n % 3 === 0 ? '#f2eee4' : '#9c2f36',
      }),
    };
  }).toSorted((a, b) => a.y - b.y);
  return scene(
    wash({ height: 700 }, '#6fb2d6', '#a9d3e2', '#e4efe6'),
    moved(
      300,
      170,
      1,
      circle(0, 0, 54, '#fff', 'opacity=".85"'),
      circle(64, 10, 42, '#fff', 'opacity=".85"'),
      circle(-60, 14, 38, '#fff', 'opacity=".85"'),
    ),
    moved(
      1290,
      120,
      0.8,
      circle(0, 0, 54, '#fff', 'opacity=".8"'),
      circle(64, 10, 42, '#fff', 'opacity=".8"'),
    ),
    shape('M0 560 Q300 430 620 540 T1200 520 T1600 500 L1600 720 L0 720z', '#6d9a72'),
    tree(70, 740, 1.7),
    tree(1540, 740, 1.8),
    palm(1430, 720, 1.05),
    shape('M140 420 L220 300 L1380 300 L1460 420z', '#a8492f'),
    Array.from({ length: 9 }, (_, n) =>
      stroke(`M${168 + n * 4} ${405 - n * 12} L${1432 - n * 4} ${405 - n * 12}`, '#8a3a25', 4),
    ).join(''),
    rect(180, 420, 1240, 300, '#f0e2bf'),
    rect(180, 620, 1240, 100, '#3f7f7a'),
    Array.from(
      { length: 6 },
      (_, n) =>
        rect(230 + n * 205, 470, 120, 110, '#335b66') +
        rect(230 + n * 205, 470, 120, 110, 'none', 'stroke="#f7f1e2" stroke-width="10"') +
        stroke(`M${290 + n * 205} 470 l0 110 M${230 + n * 205} 525 l120 0`, '#f7f1e2', 6),
    ).join(''),
    rect(755, 560, 92, 160, '#6b3d28'),
    Array.from({ length: 7 }, (_, n) => rect(180 + n * 204, 420, 18, 300, '#d9c69a')).join(''),
    wash({ y: 715, height: 352 }, '#c8a877', '#a5814f'),
    rect(1010, 250, 9, 520, '#eee'),
    shape('M1019 258 q50 18 92 2 t86 0 l0 54 q-46 16 -86 0 t-92 0z', '#c8323c'),
    shape('M1019 312 q50 18 92 2 t86 0 l0 54 q-46 16 -86 0 t-92 0z', '#f7f3ea'),
    rect(975, 755, 80, 26, '#d9c69a'),
    pupils.map((pupil) => pupil.html).join(''),
    person({
      x: 130,
      y: 930,
      scale: 1.05,
      skin: SKIN[1],
      cloth: '#5c7a4a',
      head: 'hijab',
      headColour: '#d9c7a8',
    }),
    person({ x: 1480, y: 940, scale: 1.08, skin: SKIN[0], cloth: '#5c7a4a', head: 'peci' }),
  );
}

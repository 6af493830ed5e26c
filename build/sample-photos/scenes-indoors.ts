/** Scenes indoors: a signing, a library. */
import {
  between,
  chanceFrom,
  circle,
  CLOTH,
  flag,
  oneOf,
  person,
  rect,
  scene,
  SCENE,
  shadow,
  shape,
  SKIN,
  stroke,
  wash,
} from './kit.ts';

/** Two delegations sign at a long table between flags. */
export function signing(): string {
  const chance = chanceFrom(24);
  const guests = Array.from({ length: 9 }, (_, n) =>
    person({
      x: 150 + n * 163,
      y: 760 + between(chance, -10, 14),
      scale: 1.28,
      skin: oneOf(chance, SKIN),
      cloth: oneOf(chance, CLOTH),
      batik: n % 2 === 0,
      head: n % 3 === 1 ? 'hijab' : n % 3 === 2 ? 'hair' : 'peci',
      headColour: n % 3 === 1 ? oneOf(chance, ['#d9c7a8', '#8fa7a0', '#c9a0a0']) : '#1d1a1c',
    }),
  );
  const flowers = Array.from({ length: 70 }, () =>
    circle(
      between(chance, 690, 910),
      between(chance, 742, 800),
      between(chance, 8, 17),
      oneOf(chance, ['#e9e2d0', '#d9788a', '#f0c75e', '#5d8a55', '#4b7547']),
    ),
  );
  const paper = (x: number) =>
    shape(`M${x} 812 l150 0 l22 34 l-190 0z`, '#f7f1e2') +
    stroke(`M${x + 18} 826 l108 0`, '#b9ad95', 4);
  return scene(
    wash({}, '#5a2a23', '#7d3b2c', '#4a231d'),
    Array.from({ length: 17 }, (_, n) => rect(n * 96, 0, 40, 720, '#000', 'opacity=".13"')).join(
      '',
    ),
    rect(330, 70, 940, 190, '#e8d8b4'),
    rect(344, 84, 912, 162, '#27506b'),
    rect(430, 128, 740, 26, '#e8d8b4'),
    rect(520, 180, 560, 18, '#c9b98f'),
    circle(390, 165, 34, '#d8b463'),
    circle(1210, 165, 34, '#d8b463'),
    flag(176, 800, 730, '#c8323c', '#f3ede0'),
    flag(1322, 800, 730, '#c8323c'),
    guests.join(''),
    shape('M0 800 L1600 800 L1600 1067 L0 1067z', '#3a1c17'),
    person({
      x: 560,
      y: 935,
      scale: 1.62,
      skin: SKIN[0],
      cloth: '#1f3b57',
      head: 'peci',
      pose: 'half',
      batik: true,
    }),
    person({
      x: 1040,
      y: 935,
      scale: 1.62,
      skin: SKIN[2],
      cloth: '#25252d',
      head: 'hair',
      pose: 'half',
      flip: true,
    }),
    shape('M60 800 L1540 800 L1600 900 L0 900z', '#efe5d0'),
    wash({ y: 898, height: 169 }, '#cdbd9d', '#8d7a5c'),
    Array.from({ length: 16 }, (_, n) =>
      shape(`M${n * 108 - 30} 898 q54 74 108 0z`, '#8c2f39'),
    ).join(''),
    paper(480),
    paper(950),
    circle(512, 776, 22, SKIN[0]),
    circle(608, 776, 22, SKIN[0]),
    circle(992, 776, 22, SKIN[2]),
    circle(1088, 776, 22, SKIN[2]),
    stroke('M600 782 L640 826', '#1d1a1c', 7),
    stroke('M1000 782 L1030 826', '#1d1a1c', 7),
    flowers.join(''),
  );
}

/** Children listen to a reading in a small library. */
export function library(): string {
  const chance = chanceFrom(31);
  const shelf = (y: number) => {
    let books = rect(0, y + 128, SCENE.width, 16, '#6b4a2f');
    for (let x = 10; x < SCENE.width;) {
      const width = between(chance, 16, 34);
      const height = between(chance, 78, 122);
      books += rect(
        x,
        y + 128 - height,
        width - 3,
        height,
        oneOf(chance, [
          '#8c2f39',
          '#27506b',
          '#c08a2e',
          '#3f6b4f',
          '#5b4a7a',
          '#d8cdb8',
          '#b5653c',
          '#467a86',
        ]),
      );
      x += width + (chance() < 0.06 ? 40 : 0);
    }
    return books;
  };
  const child = (x: number, y: number, n: number) =>
    shadow(x, y + 8, 80) +
    person({
      x,
      y: y + 60,
      scale: 0.86,
      skin: oneOf(chance, SKIN),
      cloth: oneOf(chance, CLOTH),
      head: n % 3 === 0 ? 'hijab' : n % 3 === 1 ? 'hair' : 'long-hair',
      headColour: n % 3 === 0 ? '#efe2c6' : '#231a17',
      pose: 'half',
    }) +
    shape(
      `M${x - 84} ${y + 14} q84 -54 168 0 q-84 34 -168 0z`,
      oneOf(chance, ['#2c2a33', '#27506b', '#5c4a3a']),
    );
  return scene(
    wash({}, '#e8c48f', '#d9a868', '#b9834c'),
    rect(0, 30, SCENE.width, 600, '#8a6038'),
    [44, 190, 336, 482].map(shelf).join(''),
    wash({ y: 628, height: 439 }, '#b06f4a', '#7c4630'),
    shape('M180 760 Q800 650 1420 760 L1540 1010 Q800 1110 60 1010z', '#2f6f73'),
    shape('M250 775 Q800 680 1350 775 L1440 985 Q800 1070 160 985z', '#3e8a8a'),
    rect(720, 560, 160, 210, '#6b4a2f', 'rx="20"'),
    person({
      x: 800,
      y: 830,
      scale: 1.28,
      skin: SKIN[0],
      cloth: '#8c2f39',
      head: 'hijab',
      headColour: '#e9d4ab',
      pose: 'half',
      batik: true,
    }),
    shape('M716 690 q42 -26 84 0 q42 -26 84 0 l0 -62 q-42 -26 -84 0 q-42 -26 -84 0z', '#f7f1e2'),
    stroke('M800 628 l0 62', '#c9b98f', 4),
    [
      [330, 860],
      [520, 900],
      [1080, 900],
      [1270, 860],
      [430, 985],
      [650, 1000],
      [950, 1000],
      [1170, 985],
    ]
      .map(([x = 0, y = 0], n) => child(x, y, n))
      .join(''),
  );
}

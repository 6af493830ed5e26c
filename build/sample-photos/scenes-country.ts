/** Scenes outdoors: rice fields, a flooded road, a football match, a bridge under construction. */
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

function volcano(x: number, y: number, scale: number, colour: string): string {
  return moved(
    x,
    y,
    scale,
    shape(
      'M-620 0 Q-260 -90 -90 -400 Q-62 -428 -30 -408 L10 -416 Q40 -432 70 -398 Q270 -90 640 0z',
      colour,
    ),
    shape('M70 -398 Q270 -90 640 0 L120 0 Q150 -200 20 -410z', '#1a2436', 'opacity=".22"'),
    shape(
      'M-20 -414 q-36 -64 16 -104 q-18 -60 60 -78 q88 -18 120 30 q-60 -4 -72 50 q-66 8 -84 98z',
      '#fff',
      'opacity=".5" filter="url(#soft)"',
    ),
  );
}

/** Farmers plant rice below the volcano at sunrise. */
export function riceField(): string {
  const chance = chanceFrom(5);
  const terraces = ['#8fae55', '#7fa24b', '#6c9442', '#59833a', '#486f33'].map((colour, n) => {
    const y = 600 + n * 88;
    const water = shape(
      `M0 ${y + 16} Q400 ${y - 34 + n * 6} 800 ${y + 8} T1600 ${y - 4} L1600 ${y + 18} Q1200 ${y + 40} 800 ${y + 26} T0 ${y + 36}z`,
      '#e9d9b6',
      'opacity=".55"',
    );
    const shoots = Array.from({ length: 120 }, () => {
      const x = between(chance, 0, 1600);
      const foot = y + between(chance, 40, 84);
      return stroke(
        `M${x} ${foot} l-5 -${12 + n * 4} M${x} ${foot} l5 -${12 + n * 4}`,
        '#b6cc6c',
        2.5,
        'opacity=".7"',
      );
    });
    return (
      shape(`M0 ${y + 20} Q400 ${y - 30} 800 ${y + 12} T1600 ${y} L1600 1067 L0 1067z`, colour) +
      water +
      shoots.join('')
    );
  });
  return scene(
    wash({ height: 700 }, '#e98f5a', '#f4bd7c', '#f9e2b0'),
    circle(1180, 360, 84, '#fff3cf'),
    volcano(640, 600, 1.12, '#56708a'),
    shape('M0 590 Q260 500 520 560 T1060 550 T1600 520 L1600 680 L0 680z', '#5d7d6d'),
    palm(130, 640, 0.75),
    palm(210, 650, 0.55),
    palm(1470, 640, 0.85),
    palm(1390, 650, 0.6),
    tree(1290, 640, 0.5),
    tree(330, 640, 0.5),
    terraces.join(''),
    [
      [420, 800, 0.7],
      [620, 812, 0.72],
      [1010, 806, 0.7],
    ]
      .map(([x = 0, y = 0, scale = 1]) =>
        person({
          x,
          y,
          scale,
          skin: SKIN[1],
          cloth: oneOf(chance, CLOTH),
          head: 'caping',
          pose: 'carry',
        }),
      )
      .join(''),
    shadow(1220, 1012, 120),
    person({
      x: 1220,
      y: 1008,
      scale: 1.2,
      skin: SKIN[3],
      cloth: '#b5532f',
      trousers: '#3a3f4d',
      head: 'caping',
      pose: 'carry',
    }),
    moved(
      1246,
      852,
      1,
      Array.from({ length: 9 }, (_, n) =>
        stroke(`M0 0 Q${-30 + n * 8} -50 ${-60 + n * 15} -92`, '#c3d872', 7),
      ).join(''),
    ),
  );
}

/** Residents wade through a flooded road. */
export function flood(): string {
  const chance = chanceFrom(11);
  const house = (x: number, colour: string, roof: string) =>
    rect(x, 360, 300, 320, colour) +
    shape(`M${x - 34} 372 L${x + 150} 236 L${x + 334} 372z`, roof) +
    rect(x + 40, 440, 84, 100, '#34505c') +
    rect(x + 176, 440, 84, 240, '#5c3b28') +
    stroke(`M${x + 82} 440 l0 100 M${x + 40} 490 l84 0`, '#efe5d0', 6);
  const ripples = Array.from({ length: 90 }, () => {
    const x = between(chance, -40, 1600);
    const y = between(chance, 690, 1060);
    const length = between(chance, 40, 170);
    return stroke(
      `M${x} ${y} q${length / 2} ${between(chance, -10, 10)} ${length} 0`,
      '#dbe3dd',
      3,
      `opacity="${between(chance, 0.15, 0.5).toFixed(2)}"`,
    );
  });
  const rain = Array.from({ length: 130 }, () => {
    const x = between(chance, 0, 1650);
    const y = between(chance, 0, 1000);
    return stroke(`M${x} ${y} l-14 52`, '#eef3f4', 2.2, 'opacity=".28"');
  });
  const wade = (x: number, y: number) =>
    `<ellipse cx="${x}" cy="${y}" rx="78" ry="13" fill="#6f674f" opacity=".7"/>` +
    stroke(`M${x - 104} ${y + 2} q104 26 208 0`, '#e6e2d2', 5, 'opacity=".7"') +
    stroke(`M${x - 140} ${y + 16} q140 30 280 0`, '#e6e2d2', 3, 'opacity=".4"');
  return scene(
    wash({ height: 720 }, '#5f6f7a', '#8a989c', '#b9bfb8'),
    shape('M0 430 Q400 360 800 420 T1600 380 L1600 700 L0 700z', '#5a7166'),
    tree(60, 660, 1.5, '#3b5c48'),
    house(150, '#d9c39a', '#8f4630'),
    tree(560, 660, 1.1, '#44664f'),
    house(660, '#a9bdb6', '#6f4436'),
    house(1130, '#d8a97c', '#7c3e2c'),
    tree(1540, 660, 1.6, '#3b5c48'),
    rect(1056, 250, 12, 430, '#4a4038'),
    stroke('M0 200 Q530 300 1062 262 T1600 250', '#3a3430', 4),
    wash({ y: 640, height: 427 }, '#a79a7c', '#8d8267', '#6f674f'),
    ripples.join(''),
    person({
      x: 380,
      y: 950,
      scale: 1.15,
      skin: SKIN[1],
      cloth: '#27506b',
      head: 'hair',
      pose: 'wave',
      wading: true,
    }),
    wade(380, 842),
    [
      [760, '#e07a2f'],
      [890, '#8c2f39'],
      [1020, '#d8cdb8'],
    ]
      .map(([x, cloth], n) =>
        person({
          x: Number(x),
          y: 925,
          scale: 1,
          skin: oneOf(chance, SKIN),
          cloth: String(cloth),
          head: n === 1 ? 'hijab' : 'cap',
          headColour: n === 1 ? '#e8d8b4' : '#e07a2f',
          pose: 'half',
        }),
      )
      .join(''),
    shape('M600 800 q300 64 600 0 l-54 108 q-246 52 -492 0z', '#d9622b'),
    shape('M600 800 q300 64 600 0 l-8 22 q-292 62 -584 0z', '#f2a25c'),
    `<ellipse cx="900" cy="914" rx="330" ry="30" fill="#4d4634" opacity=".45" filter="url(#soft)"/>`,
    stroke('M580 930 q320 60 640 0', '#e6e2d2', 5, 'opacity=".55"'),
    person({
      x: 1330,
      y: 1000,
      scale: 1.25,
      skin: SKIN[0],
      cloth: '#e07a2f',
      head: 'cap',
      headColour: '#e07a2f',
      pose: 'carry',
      flip: true,
      wading: true,
    }),
    wade(1330, 884),
    rain.join(''),
  );
}

/** Two village teams under floodlights. */
export function football(): string {
  const chance = chanceFrom(9);
  const crowd = Array.from({ length: 420 }, () =>
    circle(
      between(chance, 0, 1600),
      between(chance, 300, 470),
      between(chance, 9, 14),
      oneOf(chance, [...CLOTH, '#efe5d0', '#c8323c', '#231a17']),
    ),
  );
  const lamp = (x: number) =>
    rect(x - 6, 60, 12, 330, '#39424d') +
    rect(x - 62, 34, 124, 54, '#e9f0e6', 'rx="8"') +
    circle(x, 62, 150, '#f6ffe6', 'opacity=".18" filter="url(#soft)"');
  const player = (x: number, y: number, scale: number, cloth: string, flip: boolean) =>
    shadow(x, y, 70 * scale) +
    person({
      x,
      y,
      scale,
      skin: oneOf(chance, SKIN),
      cloth,
      trousers: cloth === '#c8323c' ? '#f3ede0' : '#20304d',
      head: 'hair',
      pose: 'run',
      flip,
    });
  return scene(
    wash({ height: 520 }, '#16233b', '#2b4363', '#5a6d7c'),
    lamp(180),
    lamp(620),
    lamp(1010),
    lamp(1430),
    shape('M0 260 L1600 290 L1600 500 L0 500z', '#2a3039'),
    crowd.join(''),
    rect(0, 470, 1600, 46, '#c8a24a'),
    rect(0, 470, 1600, 10, '#f3e3b0'),
    wash({ y: 512, height: 555 }, '#4f8f4a', '#3b7a3e', '#2c6233'),
    Array.from({ length: 6 }, (_, n) =>
      shape(`M${n * 290 - 60} 512 l130 0 l-${60 - n * 30} 555 l-190 0z`, '#fff', 'opacity=".06"'),
    ).join(''),
    stroke('M0 600 L1600 560', '#eef3e2', 5),
    stroke('M1600 720 L1180 740 L1250 980 L1600 1010', '#eef3e2', 6),
    stroke('M720 1067 Q800 800 980 585', '#eef3e2', 5),
    rect(1440, 430, 10, 250, '#f7f7f2'),
    stroke('M1445 432 L1600 410', '#f7f7f2', 10),
    Array.from({ length: 9 }, (_, n) =>
      stroke(`M${1452 + n * 17} 430 L${1480 + n * 15} 660`, '#fff', 2, 'opacity=".4"'),
    ).join(''),
    player(330, 720, 0.75, '#f0c24a', false),
    player(1130, 700, 0.72, '#c8323c', true),
    player(1310, 690, 0.7, '#f0c24a', true),
    player(560, 960, 1.35, '#c8323c', false),
    player(980, 930, 1.3, '#f0c24a', true),
    shadow(745, 968, 34),
    circle(745, 944, 27, '#f7f3ea'),
    shape('M745 932 l12 9 l-5 14 l-14 0 l-5 -14z', '#25252d'),
    circle(752, 936, 26, '#000', 'opacity=".08"'),
  );
}

/** Workers on a bridge over a brown river. */
export function bridge(): string {
  const chance = chanceFrom(13);
  const cables = Array.from({ length: 15 }, (_, n) =>
    stroke(
      `M${150 + n * 93} ${330 + ((n - 7) / 7) ** 2 * -150 + 150} L${150 + n * 93} 600`,
      '#4b4f57',
      4,
    ),
  );
  return scene(
    wash({ height: 760 }, '#86b8cf', '#bcd8dc', '#f0e3c4'),
    circle(330, 210, 66, '#fff6dc', 'opacity=".9"'),
    shape('M0 540 Q300 380 640 500 T1200 470 T1600 440 L1600 800 L0 800z', '#7ba07d'),
    shape('M0 640 Q240 540 460 660 Q420 760 500 800 L0 800z', '#4f7f55'),
    shape('M1600 600 Q1360 540 1150 660 Q1190 760 1110 800 L1600 800z', '#4f7f55'),
    palm(90, 690, 0.9),
    palm(1530, 680, 1),
    tree(300, 690, 0.9),
    tree(1330, 690, 0.8),
    wash({ y: 740, height: 327 }, '#a98f63', '#86704a'),
    Array.from({ length: 40 }, () => {
      const x = between(chance, 0, 1600);
      const y = between(chance, 770, 1050);
      return stroke(`M${x} ${y} q50 8 120 0`, '#d8c69c', 3, 'opacity=".4"');
    }).join(''),
    rect(205, 230, 34, 620, '#9aa0a3'),
    rect(1361, 230, 34, 620, '#9aa0a3'),
    rect(192, 840, 60, 50, '#7d8285'),
    rect(1348, 840, 60, 50, '#7d8285'),
    stroke('M0 470 L222 240 Q800 700 1378 240 L1600 470', '#3e4248', 10),
    cables.join(''),
    rect(0, 600, 1600, 30, '#b9633a'),
    rect(0, 630, 1600, 16, '#7f4227'),
    Array.from({ length: 33 }, (_, n) => rect(n * 50, 540, 5, 60, '#d9b26a')).join(''),
    rect(0, 536, 1600, 7, '#d9b26a'),
    [330, 520, 610, 930, 1150]
      .map((x, n) =>
        person({
          x,
          y: 602,
          scale: 0.58,
          skin: oneOf(chance, SKIN),
          cloth: n % 2 === 0 ? '#e07a2f' : '#d5c94a',
          head: 'cap',
          headColour: '#f2c230',
          pose: n % 2 === 0 ? 'carry' : 'wave',
        }),
      )
      .join(''),
    shape('M0 1067 L0 900 Q260 850 560 960 L640 1067z', '#5c4a33'),
    shape('M1600 1067 L1600 880 Q1400 860 1180 980 L1120 1067z', '#5c4a33'),
    shadow(270, 1000, 110),
    person({
      x: 270,
      y: 1000,
      scale: 1.15,
      skin: SKIN[1],
      cloth: '#d5c94a',
      head: 'cap',
      headColour: '#f4f0e6',
      pose: 'wave',
    }),
    person({
      x: 410,
      y: 1010,
      scale: 1.12,
      skin: SKIN[0],
      cloth: '#27506b',
      head: 'cap',
      headColour: '#f2c230',
      pose: 'carry',
    }),
    shape('M404 880 l86 -16 l8 50 l-86 16z', '#f7f1e2'),
  );
}

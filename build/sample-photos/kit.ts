/** The drawing kit of the sample photos: a few shapes from which whole scenes are composed. SVG text, no fonts. */

/** Size of every scene; a 3:2 press picture. */
export const SCENE = { width: 1600, height: 1067 } as const;

/** Repeatable randomness (mulberry32): the same seed draws the same picture. */
export type Chance = () => number;
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function between(chance: Chance, low: number, high: number): number {
  return low + chance() * (high - low);
}
export function oneOf<T>(chance: Chance, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(chance() * choices.length)] ?? choices[0];
}

export const SKIN = ['#c98f63', '#b67a50', '#d9a578', '#a86c44'] as const;
export const CLOTH = [
  '#7b3f2a',
  '#27506b',
  '#8c2f39',
  '#3f6b4f',
  '#c08a2e',
  '#5b4a7a',
  '#d8cdb8',
] as const;

/** A whole picture: definitions every scene may use, then its shapes back to front. */
export function scene(...shapes: readonly string[]): string {
  const { width, height } = SCENE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<radialGradient id="vignette" cx="50%" cy="46%" r="78%"><stop offset="58%" stop-color="#000" stop-opacity="0"/><stop offset="100%" stop-color="#140a04" stop-opacity=".38"/></radialGradient>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>
</defs>
${shapes.join('\n')}
<rect width="${width}" height="${height}" fill="url(#vignette)"/></svg>`;
}

let gradients = 0;
/** A rectangle that runs from one colour to another, top to bottom. */
export function wash(
  box: { x?: number; y?: number; width?: number; height?: number },
  ...stops: readonly string[]
): string {
  gradients += 1;
  const id = `wash${gradients}`;
  const colours = stops
    .map(
      (colour, n) => `<stop offset="${(n / (stops.length - 1)) * 100}%" stop-color="${colour}"/>`,
    )
    .join('');
  const { x = 0, y = 0, width = SCENE.width, height = SCENE.height } = box;
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${colours}</linearGradient><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#${id})"/>`;
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}
export function circle(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;
}
export function shape(path: string, fill: string, more = ''): string {
  return `<path d="${path}" fill="${fill}" ${more}/>`;
}
export function stroke(path: string, colour: string, width: number, more = ''): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}
export function shadow(x: number, y: number, radius: number): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${radius}" ry="${radius * 0.2}" fill="#1b120c" opacity=".35" filter="url(#soft)"/>`;
}
export function moved(x: number, y: number, scale: number, ...shapes: readonly string[]): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${shapes.join('')}</g>`;
}

export interface Figure {
  /** Feet, or seat for a sitting figure. */
  readonly x: number;
  readonly y: number;
  /** 1 is 300 px tall. */
  readonly scale: number;
  readonly skin: string;
  readonly cloth: string;
  readonly trousers?: string;
  readonly head: 'peci' | 'hijab' | 'hair' | 'long-hair' | 'caping' | 'cap';
  readonly headColour?: string;
  /** Batik dots over the shirt. */
  readonly batik?: boolean;
  readonly pose?: 'stand' | 'wave' | 'carry' | 'run' | 'half';
  readonly flip?: boolean;
  /** Stands in water up to the hips. */
  readonly wading?: boolean;
}

const HEADWEAR = {
  peci: (colour: string) => shape('M-27 -272 q27 -22 54 0 l0 -22 q-27 -12 -54 0z', colour),
  hijab: (colour: string) =>
    shape('M-34 -252 q2 -48 34 -48 q32 0 34 48 q4 40 22 62 q-56 26 -112 0 q18 -22 22 -62z', colour),
  hair: (colour: string) =>
    shape('M-28 -262 q-2 -38 28 -38 q30 0 28 38 q-12 -16 -28 -14 q-16 -2 -28 14z', colour),
  'long-hair': (colour: string) =>
    shape(
      'M-31 -215 q-8 -86 31 -86 q39 0 31 86 l-10 0 q6 -46 -4 -58 q-18 8 -38 0 q-8 18 -2 58z',
      colour,
    ),
  caping: (colour: string) => shape('M-58 -262 L0 -318 L58 -262 q-58 16 -116 0z', colour),
  cap: (colour: string) => shape('M-28 -266 q2 -34 28 -34 q26 0 28 34 l20 6 q-2 6 -10 6 z', colour),
} as const satisfies Record<Figure['head'], (colour: string) => string>;

const HEAD_COLOUR = {
  peci: '#1d1a1c',
  hijab: '#d9c7a8',
  hair: '#231a17',
  'long-hair': '#231a17',
  caping: '#d2ad6a',
  cap: '#8c2f39',
} as const satisfies Record<Figure['head'], string>;

/** A person, seen plainly and without a face: nobody in particular. */
export function person(figure: Figure): string {
  const { skin, cloth, head, pose = 'stand', trousers = '#2c2a33' } = figure;
  const legs =
    pose === 'half' || figure.wading === true
      ? ''
      : pose === 'run'
        ? stroke('M-8 -110 L-46 -56 L-86 -40', trousers, 30) +
          stroke('M8 -110 L42 -62 L36 -4', trousers, 30)
        : stroke('M-17 -110 L-20 -6', trousers, 32) +
          stroke('M17 -110 L20 -6', trousers, 32) +
          shape('M-44 4 q2 -16 20 -16 l16 0 l0 16z M8 4 l0 -16 l16 0 q18 0 20 16z', '#1b1718');
  const sleeves = {
    stand:
      stroke('M-44 -196 Q-58 -150 -50 -104', cloth, 26) +
      stroke('M44 -196 Q58 -150 50 -104', cloth, 26),
    half:
      stroke('M-46 -194 Q-66 -140 -36 -106', cloth, 28) +
      stroke('M46 -194 Q66 -140 36 -106', cloth, 28),
    wave:
      stroke('M-44 -196 Q-58 -150 -50 -104', cloth, 26) +
      stroke('M44 -194 Q84 -220 82 -284', cloth, 26),
    carry:
      stroke('M-44 -196 Q-30 -140 20 -128', cloth, 26) +
      stroke('M44 -196 Q50 -146 20 -128', cloth, 26),
    run:
      stroke('M-42 -194 Q-84 -170 -72 -130', cloth, 26) +
      stroke('M42 -194 Q86 -186 92 -228', cloth, 26),
  }[pose];
  const hands = {
    stand: circle(-50, -96, 13, skin) + circle(50, -96, 13, skin),
    half: circle(-30, -100, 14, skin) + circle(30, -100, 14, skin),
    wave: circle(-50, -96, 13, skin) + circle(82, -296, 14, skin),
    carry: circle(24, -128, 14, skin),
    run: circle(-70, -122, 13, skin) + circle(93, -238, 13, skin),
  }[pose];
  const torso = shape('M-50 -198 q6 -22 30 -24 l40 0 q24 2 30 24 l-2 104 q-48 14 -96 0z', cloth);
  const light = shape('M12 -222 l8 0 q24 2 30 24 l-2 104 q-16 6 -34 8z', '#000', 'opacity=".14"');
  const dots = figure.batik === true ? batik() : '';
  const face =
    rect(-11, -240, 22, 26, skin) +
    `<ellipse cx="0" cy="-258" rx="27" ry="32" fill="${skin}"/>` +
    shape('M6 -289 q22 6 21 32 q-2 26 -22 31 q10 -32 1 -63z', '#000', 'opacity=".12"');
  const wear = HEADWEAR[head](figure.headColour ?? HEAD_COLOUR[head]);
  const under =
    head === 'hijab'
      ? wear + `<ellipse cx="0" cy="-256" rx="20" ry="25" fill="${skin}"/>`
      : face + wear;
  const flip = figure.flip === true ? 'scale(-1 1)' : '';
  return `<g transform="translate(${figure.x} ${figure.y}) scale(${figure.scale}) ${flip}">${legs}${sleeves}${torso}${light}${dots}${hands}${under}</g>`;
}

function batik(): string {
  let dots = '';
  for (let row = 0; row < 4; row += 1)
    for (let column = 0; column < 4; column += 1)
      dots += shape(
        `M${-36 + column * 22 + (row % 2) * 8} ${-196 + row * 26} q8 -8 14 0 q-6 10 -14 0z`,
        '#f0d9a4',
        'opacity=".6"',
      );
  return dots;
}

/** A coconut palm, its foot at x, y. */
export function palm(x: number, y: number, scale: number): string {
  const fronds = [-160, -125, -85, -45, -10, 25, 195]
    .map(
      (angle) =>
        `<path d="M0 0 q60 -34 132 18 q-66 -14 -132 -18z" fill="#2f5b3a" transform="translate(22 -330) rotate(${angle})"/>`,
    )
    .join('');
  return moved(x, y, scale, stroke('M0 0 Q-12 -170 22 -330', '#6b5138', 16), fronds);
}

/** A round tree, its foot at x, y. */
export function tree(x: number, y: number, scale: number, leaf = '#3d6a42'): string {
  return moved(
    x,
    y,
    scale,
    stroke('M0 0 L0 -90', '#5b4632', 18),
    circle(0, -150, 78, leaf),
    circle(-56, -112, 54, leaf),
    circle(58, -116, 56, leaf),
    circle(26, -176, 46, '#fff', 'opacity=".1"'),
  );
}

/** A flag on a standing pole; the bands from top to bottom. */
export function flag(x: number, y: number, height: number, ...bands: readonly string[]): string {
  const band = (height * 0.42) / bands.length;
  const cloths = bands
    .map((colour, n) =>
      shape(
        `M${x + 5} ${y - height + 10 + n * band} q34 14 64 2 t58 0 l0 ${band} q-28 12 -58 0 t-64 0z`,
        colour,
      ),
    )
    .join('');
  return (
    rect(x - 4, y - height, 9, height, '#b58f45') + circle(x, y - height, 10, '#d8b463') + cloths
  );
}

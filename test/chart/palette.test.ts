import { describe, expect, it } from 'vitest';
import { palettes } from '../../src/chart/theme';

/** Relative luminance and contrast after WCAG 2.2. */
const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const partsOf = (colour: string) =>
  [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
const luminance = ([r, g, b]: readonly [number, number, number]) =>
  0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
  const [dark, light] = [a, b].map((one) => luminance(partsOf(one))).sort((x, y) => x - y) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** How those who lack a kind of cone see linear colours (Viénot, Brettel & Mollon 1999; Machado et al. 2009 at full severity). */
const sights = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;
const seen = (colour: string, sight: keyof typeof sights) => {
  const parts = partsOf(colour);
  return sights[sight].map((row) =>
    row.reduce((sum, weight, i) => sum + weight * (parts[i] as number), 0),
  ) as [number, number, number];
};
/** CIE 1976 lightness and colour, of linear sRGB. */
function lab([r, g, b]: readonly [number, number, number]) {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)] as const;
}

describe.each([
  ['light', '#ffffff'],
  ['dark', '#1b1b1f'],
] as const)('the colours on a %s page', (theme, page) => {
  const { ink, muted, series } = palettes[theme];

  it('can be seen and read', () => {
    for (const colour of series) expect(contrast(colour, page)).toBeGreaterThan(4.5);
    for (const colour of [ink, muted]) expect(contrast(colour, page)).toBeGreaterThan(4.5);
  });

  it.each(Object.keys(sights) as (keyof typeof sights)[])(
    'tell the three that mean something apart with %s',
    (sight) => {
      const [a, b, c] = series.slice(0, 3).map((colour) => lab(seen(colour, sight))) as [
        ReturnType<typeof lab>,
        ReturnType<typeof lab>,
        ReturnType<typeof lab>,
      ];
      for (const [one, other] of [
        [a, b],
        [a, c],
        [b, c],
      ] as const) {
        expect(Math.hypot(...one.map((part, i) => part - (other[i] as number)))).toBeGreaterThan(
          15,
        );
      }
    },
  );
});

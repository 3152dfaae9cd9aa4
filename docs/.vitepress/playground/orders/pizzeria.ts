/**
 * A pizzeria of the imagination over eight months: three areas, evenings that are busier than others, and a slower summer. All
 * numbers are made up, the same ones each time.
 */
export function pizzeriaCsv(): string {
  const random = seeded(20_260_305);
  const lines = ['order,area,ordered,promised,delivered,cancelled,km'];
  let number = 0;
  for (let day = 0; day < 240; day += 1) {
    const weekday = (day + 3) % 7;
    const orders = 8 + Math.floor(random() * 6) + (weekday >= 4 ? 8 : 0);
    for (let i = 0; i < orders; i += 1) {
      number += 1;
      lines.push(orderOf(number, day, weekday, random));
    }
  }
  return `${lines.join('\n')}\n`;
}

const areas = [
  ['centre', 1],
  ['station', 2],
  ['hill', 3.5],
] as const;

function orderOf(number: number, day: number, weekday: number, random: () => number): string {
  const [area, far] = areas[Math.floor(random() * 3)] as (typeof areas)[number];
  const km = Number((far * (0.6 + 0.8 * random())).toFixed(1));
  const minute = 17 * 60 + Math.floor(300 * random());
  const ordered = Date.UTC(2025, 0, 6) + day * 86_400_000 + minute * 60_000;
  const busy = (weekday >= 4 ? 1.2 : 1) * (day > 150 ? 1.25 : 1);
  // Log-normal: a few orders take much longer.
  const spread = Math.exp(0.28 * normal(random));
  const took = Math.round((14 + 5 * km) * busy * spread);
  const name = `P-${String(number).padStart(5, '0')}`;
  const ends =
    random() < 0.02 ? ['', local(ordered + 600_000)] : [local(ordered + took * 60_000), ''];
  // What they tell everybody: 40 minutes, 50 for the hill.
  const promised = local(ordered + (area === 'hill' ? 50 : 40) * 60_000);
  return [name, area, local(ordered), promised, ...ends, km].join(',');
}

const local = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** Box and Muller 1958. */
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The multiplicative generator of Park and Miller 1988. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

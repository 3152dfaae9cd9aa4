import { existsSync, readdirSync, readFileSync } from 'node:fs';

// The order of the rooms: a room uses only rooms on lower floors, never one on its own.
const floors = [
  ['input', 'numerics'],
  ['core'],
  ['calendar', 'capability', 'expectation', 'survey'],
  ['ledger', 'live', 'promise', 'satisfaction'],
  ['backtest', 'journey', 'lifetime', 'loyalty'],
  ['response', 'simulation'],
  ['chart', 'english', 'sql'],
];

/** The files of public functions: those from which a room's index exports a value. */
const publicFiles = readdirSync('src').flatMap((room) => {
  const index = `src/${room}/index.ts`;
  if (!existsSync(index)) return [];
  const exported = /export \{([^}]*)\} from '\.\/([^']+)'/g;
  return [...readFileSync(index, 'utf8').matchAll(exported)]
    .filter(([, names]) => names.split(',').some((name) => /^\s*(?!type\s)\w/.test(name)))
    .map(([, , file]) => `^src/${room}/${file}[.]ts$`);
});

const inside = (rooms) => `^src/(${rooms.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floors.map((rooms, floor) => ({
      name: `floor-${floor + 1}-uses-lower-floors-only`,
      severity: 'error',
      from: { path: inside(rooms) },
      to: { path: inside(floors.slice(floor).flat()), pathNot: '^src/$1/' },
    })),
    {
      name: 'every-room-is-on-a-floor',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: inside(floors.flat()) },
    },
    {
      name: 'no-room-uses-the-root',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'src-uses-nothing-else',
      comment: 'zod/mini costs an app 5 kB, zod itself 22 or 92',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        pathNot: ['^src/', '(^|/)node_modules/(zod/mini|date-fns|@date-fns/tz)/'],
      },
    },
    {
      name: 'arguments-are-read-at-the-door',
      comment: "a room's input.ts and its public functions read; behind them everything is typed",
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/input/', '/input[.]ts$', '/input-[^/]+[.]ts$', ...publicFiles],
      },
      to: {
        path: ['^src/input/', '(^|/)node_modules/zod/'],
        pathNot: '^src/input/(refusal|limits|frozen|errors)[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};

import type { OrderField } from './order-fields';

const windows = 'window|slot|fenster';
const promised = 'promised|expected|estimated|due|arrival|termin|zugesagt|ankunft';
const planned = 'voraussicht|erwart|geplant|planned|scheduled';
const coming = 'ankunft|liefer|zustell|arriv|deliver';

/**
 * What the headers of exports call a column, in English and German, letters alone. Read from the top: `estimated delivery` is
 * a promise, not an end.
 */
export const columnWords: readonly (readonly [OrderField, RegExp])[] = [
  // Both ends of a window, before any other word of theirs is taken for its meaning.
  ['due', new RegExp(`(${windows}).*(to|till|until|end|ende|bis)$`)],
  ['due', new RegExp(`(${promised}).*(to|till|until|bis)$`)],
  ['from', new RegExp(`(${windows}).*(from|start|begin|beginn|von|ab)$`)],
  ['from', new RegExp(`(${promised}).*(from|von|ab)$`)],
  [
    'due',
    /promise|estimated|expected|due|deadline|zugesagt|zusage|versproch|liefertermin|soll|termin/,
  ],
  ['due', new RegExp(`(${planned}).*(${coming})|(${coming}).*(${planned})`)],
  ['cancelled', /cancel|storn/],
  ['lost', /lost|verlor/],
  // What has arrived is more than what was made.
  [
    'finished',
    new RegExp(
      `^(?!.*(${planned}|expected|estimated|promise)).*(deliver|arriv|geliefert|zugestellt|ankunft|angekommen|eingetroffen)`,
    ),
  ],
  ['finished', /finish|complet|closed|resolved|fertig|abgeschlossen|erledigt/],
  [
    'id',
    /^(id|no|nr|key|order|auftrag|bestellung|ticket)$|id$|number|(order|case|ticket|visit|job|booking|appt|appointment)no|nummer|nr$|tracking|sendung/,
  ],
  [
    'started',
    /order(ed|dat|time|at)|purchas|creat|placed|start|opened|received|bestell|auftragsdat|eingang|erstellt/,
  ],
  ['promise', /promise|zugesagt|zusage|versproch/],
  ['estimate', /estimate|schatz/],
  [
    'group',
    /area|region|state|store|shop|branch|carrier|group|city|district|priority|category|origin|gebiet|filiale|gruppe|stadt|standort|versandart/,
  ],
];

/** A header in small letters, without accents, spaces and signs. */
export const foldedHeader = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

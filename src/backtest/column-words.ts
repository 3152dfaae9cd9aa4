import type { OrderField } from './order-fields';

const windows = 'window|slot|fenster';
const promised = 'promised|expected|estimated|due|arrival|termin|zugesagt|ankunft';
const planned =
  'voraussicht|erwart|geplant|planned|scheduled|predict|forecast|prognos|vorhergesagt|soll|plan$|^plan(?!t|e[ts])|^target';
const coming = 'ankunft|liefer|zustell|arriv|deliver|finish|complet|fertig|return|picked|pickup';
const end = 'end(e|ed|date|time|at)?$';
const notComing = `${planned}|expected|estimated|promise`;
const came = 'deliver|arriv|geliefert|zugestellt|ankunft|angekommen|eingetroffen';

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
    // A departure that was planned is a start.
    /^(?!.*(start|depart|abfahrt|abflug)).*(promise|estimated|expected|due|deadline|zugesagt|zusage|versproch|liefertermin|soll|termin|zieldatum)|^target(date|time)?$|^(eta|sta)(date|time)?$/,
  ],
  ['due', new RegExp(`(${planned}).*(${coming}|${end})|(${coming}|^end).*(${planned})`)],
  ['cancelled', /cancel|storn/],
  ['lost', /lost|verlor/],
  // What has arrived is more than what was made, and what the customer has more than what the carrier has.
  ['finished', new RegExp(`^(?!.*(${notComing}|carrier|spediteur)).*(${came})|^ata$`)],
  [
    'finished',
    new RegExp(
      `^(?!.*(${notComing})).*(finish|complet|closed|resolved|fertig|abgeschlossen|erledigt|decision|decided|bescheid|entschied|lieferdatum|zustelldatum|pickedup|collected|abgeholt|^done|^(actual|real|ist)?${end})`,
    ),
  ],
  ['finished', new RegExp(`^(?!.*(${notComing})).*(${came})`)],
  [
    'id',
    /^(id|no|nr|key|order|auftrag|bestellung|ticket|trip|booking|buchung|parcel|shipment|case|vorgang|aktenzeichen)$|id$|number|(order|case|ticket|visit|job|booking|appt|appointment)no|nummer|nr$|tracking|sendung/,
  ],
  [
    'started',
    /order(ed|dat|time|at)|purchas|creat|placed|start|opened|received|bestell|auftragsdat|eingang|erstellt/,
  ],
  ['promise', /promise|zugesagt|zusage|versproch/],
  ['estimate', /estimate|schatz/],
  [
    'group',
    /area|region|state|store|shop|branch|carrier|group|city|district|priority|category|origin|garage|depot|gebiet|filiale|gruppe|stadt|standort|versandart|werkstatt|^(line|linie|route|art)$/,
  ],
];

/** Headers of dates that are no end, in whatever words the end is said. */
export const noEnd: RegExp = new RegExp(
  `${notComing}|due|deadline|termin|start|begin|depart|abfahrt|abflug|updated|modified|changed|geandert`,
);

/** A header in small letters, without accents, spaces and signs; the sign for a number, at its end, is one. */
export const foldedHeader = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/#\s*$/, 'number')
    .replace(/[^a-z]/g, '');

/**
 * Settings in the part of the address behind `#`, so that a link shares them: the version, the tab, then a name and a value for
 * each setting that is not the default, such as `#1/promise?keepRate=.95`. Only settings, never orders.
 */

/** What a setting may be. */
export type Setting = string | number | boolean;
export type Settings = Readonly<Record<string, Setting>>;

/** The version of addresses; a later one may name settings in another way. */
export const addressVersion = '1';

export interface ReadAddress {
  readonly tab: string | null;
  readonly values: Readonly<Record<string, string>>;
  /** Why the address could not be used, in words; null where it could. */
  readonly refused: string | null;
}

const longest = 20_000;

/** Text that is longer stays out: browsers and mail programs cut off what is too long. */
export const longestSetting = 4000;

/** Reads the part behind `#`. */
export function readAddress(hash: string): ReadAddress {
  const none = { tab: null, values: {}, refused: null };
  const text = hash.replace(/^#/, '');
  if (text === '' || !/^\d/.test(text)) return none;
  const found = /^(\d+)\/([a-z]+)(?:\?(.*))?$/.exec(text);
  if (!found || text.length > longest) {
    return {
      ...none,
      refused: 'The settings in the address cannot be read; perhaps it was cut off.',
    };
  }
  const [, version, tab = '', query = ''] = found;
  if (version !== addressVersion) {
    const refused = `The address was made by another version of this page (${version}; this is ${addressVersion}).`;
    return { ...none, refused };
  }
  return { tab, values: Object.fromEntries(new URLSearchParams(query)), refused: null };
}

/** Settings of a tab as the part behind `#`; those that are the defaults are left out. */
export function writeAddress(tab: string, settings: Settings, defaults: Settings): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) {
    if (value !== defaults[name] && String(value).length <= longestSetting)
      query.set(name, String(value));
  }
  const text = query.toString();
  return `#${addressVersion}/${tab}${text === '' ? '' : `?${text}`}`;
}

/** The settings that an address gives, each of the kind of its default, and what of it could not be used. */
export function settingsFrom<Known extends Settings>(
  defaults: Known,
  values: Readonly<Record<string, string>>,
): { readonly settings: Known; readonly unknown: readonly string[] } {
  const settings: Record<string, Setting> = { ...defaults };
  const unknown: string[] = [];
  for (const [name, text] of Object.entries(values)) {
    const value = Object.hasOwn(defaults, name) ? settingOf(defaults[name] as Setting, text) : null;
    if (value === null) unknown.push(name);
    else settings[name] = value;
  }
  return { settings: settings as Known, unknown };
}

function settingOf(like: Setting, text: string): Setting | null {
  if (typeof like === 'string') return text;
  if (typeof like === 'boolean') return text === 'true' ? true : text === 'false' ? false : null;
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}

import { type Reactive, reactive, watch } from 'vue';
import { readAddress, type Settings, settingsFrom, writeAddress } from './address';

export interface UsedSettings<Known extends Settings> {
  readonly settings: Reactive<{ -readonly [Name in keyof Known]: Known[Name] }>;
  /** What of the address could not be used, in words; null for nothing. */
  readonly refused: string | null;
}

/** Names a sample always, though it is its own default. */
const fixed = (defaults: Settings, { sample }: Settings): Settings =>
  sample === undefined ? {} : { sample: defaults.sample ?? '' };

/** The settings of a tab: from the address where it names the tab, and back into it as they change. */
export function useSettings<Known extends Settings>(
  tab: string,
  defaults: Known,
  /** The defaults that go with a setting, such as those of a sample. */
  defaultsFor: (settings: Settings) => Known = () => defaults,
): UsedSettings<Known> {
  const address = readAddress(location.hash);
  const values = address.tab === tab ? address.values : {};
  const { settings: given, unknown } = settingsFrom(defaultsFor(values), values);
  const settings = reactive({ ...given }) as UsedSettings<Known>['settings'];
  const write = () => {
    const now = { ...settings } as Settings;
    const hash = writeAddress(tab, now, { ...defaultsFor(now), ...fixed(defaults, now) });
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  };
  // Typing should not write the address at each letter; browsers allow some hundred in half a minute.
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(settings, () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, 300);
  });
  write();
  const refused =
    unknown.length > 0
      ? `The address names settings that this page does not have or cannot read: ${unknown.join(', ')}. The rest was taken.`
      : null;
  return { settings, refused };
}

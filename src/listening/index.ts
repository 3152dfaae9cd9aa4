/**
 * What do they say in their own words? Cues to needs and expectations in free text, by a lexicon of any language.
 *
 * @module
 */
export {
  type CueFindings,
  type CueLexicon,
  type CueMatch,
  type CuePhrases,
  findCues,
  type TextSpan,
} from './cues';
export { englishCues } from './english-cues';
export { listeningDefaults } from './parameters';

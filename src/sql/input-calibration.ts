import type { Capability } from '../capability/capability';
import type { Calibration } from '../capability/estimates';
import { readCapability } from '../capability/input';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseOther } from '../input/refusal';

/** What is delivered of an estimate of 1, at the spread that is usual; null where margins do not go by spreads. */
export interface ReadCalibration {
  readonly capability: Capability;
  readonly usualSpread: number | null;
}

const text =
  'what calibrateEstimates returned, as it is: arrival, not arrival(estimate), nor a function around it';
const instead: Readonly<Record<string, string>> = {
  'learnt-spread':
    'spreads that are given to calibrateEstimates, as heldOut of fitEstimator has them, not learnt',
  group: 'no groups; give them to fitEstimator as a column, by which spreads go, too',
};

/** A calibration that margins of rows can be made of. */
export const calibrationSchema = readWith((given: Calibration): ReadCalibration => {
  if (typeof given !== 'function' || !Array.isArray(given.by)) {
    refuseOther('', given, text);
  }
  return reading('', given, ({ by, usualSpread }) => {
    for (const name of by) if (name !== 'spread') refuse('by', by, instead[name] ?? text);
    const capability = given({ estimate: 1, spread: usualSpread ?? undefined });
    return { capability: readCapability('', capability), usualSpread };
  });
});

import type { Capability } from '../capability/capability';
import { refuse } from '../input/refusal';
import { capabilityAt, medianOf, quoteFor } from '../promise/quote-for';
import { checkCountable } from './countable';
import type { QuoteRead } from './estimates-plan';
import type { ReadCalibration } from './input-calibration';

const path = 'options.quote.calibration';

/** What a calibration quotes by; refused where a plan would be, and where no engine can count with it. */
export function quoteRead(
  { capability, usualSpread }: ReadCalibration,
  keepRate: number,
  unit: string,
): QuoteRead {
  if (capability.unit !== unit) {
    refuse(path, capability.unit, `a calibration in ${unit}, as the model has`, 'unit-mismatch');
  }
  const factor = planned(capability, keepRate);
  checkCountable(path, factor);
  if (factor < 0) refuse(path, factor, 'margins of at least 0, as calibrateEstimates makes them');
  if (usualSpread !== null) checkCountable(`${path}.usualSpread`, usualSpread);
  return { factor, usualSpread };
}

/** What `planPromise` promises; what a plan refuses is the capability, which is the calibration here. */
function planned(capability: Capability, keepRate: number): number {
  return capabilityAt(path, () => {
    // How old the oldest is of an estimate of 1 would mislead in a message.
    const able = { ...capability, stillUnderWay: undefined };
    // By its parts, as a whole plan would make the module a kilobyte larger: a plan has a median, and is refused without.
    const { quote } = quoteFor(able, { keepRate });
    medianOf(able);
    return quote;
  });
}

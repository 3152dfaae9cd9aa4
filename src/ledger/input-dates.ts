import { checkUnit } from '../input/date';
import { type Ledger, logOf } from './ledger';

/** Refuses dates of options in another unit, as far as what is in the ledger tells. */
export function checkDates(
  ledger: Ledger,
  dates: Readonly<Record<string, Date | undefined>>,
): void {
  const last = logOf(ledger).entries[ledger.size - 1];
  if (last === undefined) return;
  for (const [name, date] of Object.entries(dates)) {
    if (date) checkUnit(`options.${name}`, date, last.at);
  }
}

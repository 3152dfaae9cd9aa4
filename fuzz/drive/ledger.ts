import { type Ledger, reviveLedger } from 'overdeliver';
import { judged, type Report } from '../call';

/** A ledger writes what it reads. */
export function driveLedger(code: string, ledger: Ledger, report: Report): void {
  judged(
    { name: 'ledger.toJSON', code: `${code}.toJSON`, run: ledger.toJSON, args: () => [] },
    report,
  );
  const text = JSON.stringify(ledger);
  const run = () => reviveLedger(JSON.parse(text));
  const back = judged(
    { name: 'reviveLedger', code: `revived: ${code}`, run, args: () => [] },
    report,
  );
  if (back && JSON.stringify(back.value) === text) return;
  const what = back ? 'revived, it is another' : 'its own JSON is refused';
  report.fails({ name: 'ledger', kind: 'law broken', what, call: code });
}

import { report } from './report';
import { backtest } from './speed/backtest';
import { expectation } from './speed/expectation';
import { goodwill } from './speed/goodwill';
import { growth } from './speed/growth';
import { ledger } from './speed/ledger';
import { live } from './speed/live';
import { promise } from './speed/promise';
import { satisfaction } from './speed/satisfaction';
import { simulation } from './speed/simulation';
import { startup } from './speed/startup';

await report(
  'speed',
  [
    backtest,
    expectation,
    growth,
    ledger,
    live,
    promise,
    satisfaction,
    goodwill,
    simulation,
    startup,
  ],
  process.argv.slice(2),
);

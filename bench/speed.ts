import { report } from './report';
import { backtest } from './speed/backtest';
import { calendar } from './speed/calendar';
import { expectation } from './speed/expectation';
import { goodwill } from './speed/goodwill';
import { growth } from './speed/growth';
import { ledger } from './speed/ledger';
import { lifetime } from './speed/lifetime';
import { live } from './speed/live';
import { promise } from './speed/promise';
import { satisfaction } from './speed/satisfaction';
import { simulation } from './speed/simulation';
import { startup } from './speed/startup';
import { survey } from './speed/survey';

await report(
  'speed',
  [
    backtest,
    calendar,
    expectation,
    growth,
    ledger,
    lifetime,
    live,
    promise,
    satisfaction,
    goodwill,
    simulation,
    survey,
    startup,
  ],
  process.argv.slice(2),
);

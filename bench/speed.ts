import { report } from './report';
import { expectation } from './speed/expectation';
import { ledger } from './speed/ledger';
import { live } from './speed/live';
import { promise } from './speed/promise';
import { satisfaction } from './speed/satisfaction';

await report([expectation, ledger, live, promise, satisfaction], process.argv.slice(2));

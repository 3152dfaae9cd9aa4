import { report } from './report';
import { expectation } from './speed/expectation';
import { live } from './speed/live';
import { promise } from './speed/promise';

await report([expectation, live, promise], process.argv.slice(2));

import { report } from './report';
import { expectation } from './speed/expectation';
import { growth } from './speed/growth';
import { live } from './speed/live';
import { promise } from './speed/promise';
import { satisfaction } from './speed/satisfaction';

await report([expectation, growth, live, promise, satisfaction], process.argv.slice(2));

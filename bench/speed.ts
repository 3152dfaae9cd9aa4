import { report } from './report';
import { expectation } from './speed/expectation';
import { goodwill } from './speed/goodwill';
import { growth } from './speed/growth';
import { live } from './speed/live';
import { promise } from './speed/promise';
import { satisfaction } from './speed/satisfaction';

await report([expectation, growth, live, promise, satisfaction, goodwill], process.argv.slice(2));

import { report } from './report';
import { expectation } from './speed/expectation';
import { live } from './speed/live';

await report([expectation, live], process.argv.slice(2));

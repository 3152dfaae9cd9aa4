import { report } from './report';
import { expectation } from './speed/expectation';
import { promise } from './speed/promise';

await report([expectation, promise], process.argv.slice(2));

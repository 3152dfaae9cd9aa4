import { report } from './report';
import { expectation } from './speed/expectation';

await report([expectation], process.argv.slice(2));

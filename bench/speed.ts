import { report } from './report';
import { expectation } from './speed/expectation';
import { satisfaction } from './speed/satisfaction';

await report([expectation, satisfaction], process.argv.slice(2));

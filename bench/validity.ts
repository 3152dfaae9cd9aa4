import { report } from './report';
import { estimator } from './validity/estimator';

await report([estimator], process.argv.slice(2));

import { report } from './report';
import { estimator } from './validity/estimator';
import { ledger } from './validity/ledger';

await report([estimator, ledger], process.argv.slice(2));

import { report } from './report';
import { estimator } from './validity/estimator';
import { ledger } from './validity/ledger';
import { survey } from './validity/survey';

await report([estimator, ledger, survey], process.argv.slice(2));

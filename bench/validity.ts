import { report } from './report';
import { estimator } from './validity/estimator';
import { ledger } from './validity/ledger';
import { lifetime } from './validity/lifetime';

await report([estimator, ledger, lifetime], process.argv.slice(2));

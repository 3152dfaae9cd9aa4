import { report } from './report';
import { estimator } from './validity/estimator';
import { journey } from './validity/journey';
import { ledger } from './validity/ledger';

await report([estimator, journey, ledger], process.argv.slice(2));

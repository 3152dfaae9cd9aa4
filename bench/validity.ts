import { report } from './report';
import { ledger } from './validity/ledger';

await report([ledger], process.argv.slice(2));

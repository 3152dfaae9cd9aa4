import { report } from './report';
import { calibration } from './validity/calibration';
import { satisfaction } from './validity/satisfaction';

await report([calibration, satisfaction], process.argv.slice(2));

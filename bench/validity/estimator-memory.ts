import { fitEstimator } from 'overdeliver';
import { options, table } from './estimator-speed';

// Prints how much memory a first fit takes at most beyond what was there, as a multiple of its columns: 8 bytes a cell.
const rows = Number(process.argv[2]);
fitEstimator(table(2000), options);
const history = table(rows);
const before = process.resourceUsage().maxRSS;
fitEstimator(history, options);
const kilobytes = process.resourceUsage().maxRSS - before;
process.stdout.write(
  String((kilobytes * 1024) / (8 * rows * (1 + Object.keys(history.columns).length))),
);

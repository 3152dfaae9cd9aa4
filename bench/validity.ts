import { report } from './report';
import { calibration } from './validity/calibration';
import { estimator } from './validity/estimator';
import { journey } from './validity/journey';
import { learning } from './validity/learning';
import { ledger } from './validity/ledger';
import { lifetime } from './validity/lifetime';
import { liveFood } from './validity/live-food';
import { liveMarketplace } from './validity/live-marketplace';
import { liveShock } from './validity/live-shock';
import { loyalty } from './validity/loyalty';
import { satisfaction } from './validity/satisfaction';
import { survey } from './validity/survey';
import { liveWorlds } from './validity/worlds';

await report(
  'validity',
  [
    calibration,
    estimator,
    journey,
    learning,
    ledger,
    lifetime,
    liveFood,
    liveMarketplace,
    liveShock,
    loyalty,
    satisfaction,
    survey,
    liveWorlds,
  ],
  process.argv.slice(2),
);

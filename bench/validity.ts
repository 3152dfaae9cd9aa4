import { report } from './report';
import { liveFood } from './validity/live-food';
import { liveMarketplace } from './validity/live-marketplace';
import { liveShock } from './validity/live-shock';

await report([liveMarketplace, liveFood, liveShock], process.argv.slice(2));

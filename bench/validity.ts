import { report } from './report';
import { lifetime } from './validity/lifetime';

await report([lifetime], process.argv.slice(2));

import { calibrateEstimates } from 'overdeliver';
import { normalQuantile } from '../../src/numerics/normal';
import { type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { kept, pinball } from './estimator-marketplace';

/** A world of arrivals that somebody else estimates: the shorter the way, the farther off in proportion. */
function arrivals(n: number, seed: number) {
  const next = uniforms(seed);
  const estimates = Array.from({ length: n }, () => 25 * Math.exp(0.7 * normalQuantile(next())));
  const actuals = estimates.map((estimate) => {
    const spread = 0.08 + 0.6 * Math.exp(-estimate / 20);
    return 1.1 * estimate * Math.exp(spread * normalQuantile(next()));
  });
  return { estimates, actuals };
}

/** Somebody else's estimates, calibrated as they are and with a spread that is learnt. */
export function othersRows(): readonly Row[] {
  const past = arrivals(4000, 1);
  const later = arrivals(20_000, 2);
  const unit = 'minutes';
  const quotes = [false, true].map((learnSpread) => {
    const arrival = calibrateEstimates(past, { unit, learnSpread });
    return later.estimates.map((estimate) => arrival(estimate).quantile(0.9));
  });
  const [plain, learnt] = quotes.map((quoted) => pinball(later.actuals, quoted)) as [
    number,
    number,
  ];
  const caseName = "somebody else's estimates, of which short ones are farther off";
  return [
    row('estimator', caseName, 'pinball loss at .9, minutes', learnt),
    row('estimator', caseName, 'that of ratios alone', plain),
    row('estimator', caseName, 'ratio to that', learnt / plain),
    row('estimator', caseName, 'kept at .9', kept(later.actuals, quotes[1] ?? [])),
  ];
}

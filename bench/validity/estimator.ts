import type { Bench } from '../report';
import { foodRows } from './estimator-food';
import { marketplaceRows } from './estimator-marketplace';
import { othersRows } from './estimator-others';
import { speedRows } from './estimator-speed';

/** How well and how fast the estimator quotes, beside boosted trees and who has none. */
export const estimator: Bench = {
  room: 'estimator',
  run: () => [...foodRows(), ...othersRows(), ...marketplaceRows(), ...speedRows()],
};

import { assumed } from '../core/parameters';

/** When a quote means a duration that many orders share. */
export const commonNumbers = {
  commonOrders: assumed(
    300,
    'orders',
    [1, 1e9],
    'which durations many orders share is forgotten over about so many: a share of .1 has a standard error of about .012 then',
  ),
  commonShare: assumed(
    0.1,
    'share',
    [0.01, 1],
    'where others take any time, a duration stands for itself from this share on: promises at .9 may break as many; a quote just below it would break all',
  ),
  commonReach: assumed(
    0.025,
    'log duration',
    [0, 1],
    'a quote so near to one of these means it: it is nearer than quotes are certain (quoteError)',
  ),
  discreteShare: assumed(
    0.9,
    'share',
    [0.01, 1],
    'durations are taken for discrete where such a share of orders took a common one, so that few are left between them',
  ),
  rareShare: assumed(
    0.01,
    'share',
    [0.001, 1],
    'a duration counts among those from this share on, three orders in 300: more than chance repeats where durations take any time',
  ),
  discreteReach: assumed(
    0.2,
    'log duration',
    [0, 1],
    'up to this far a quote means the nearest of them: some six standard errors (quoteError), beyond which it is another group or estimate',
  ),
};

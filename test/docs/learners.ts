/** The function that learns a number from data; or else, in words, why none does, and what to do. */
type Learner = { readonly by: string } | { readonly why: string };

/** The same of a set: for all its numbers, but for some by name or by what their names begin with. */
type SetLearner = Learner & { readonly but?: Readonly<Record<string, Learner>> };

const fitted = (by: string) => ({ by });
const none = (why: string) => ({ why });

const rule = 'none: a rule of what to do, which no data tell; choose it';
const setting =
  'none: it sets how cautious the method is; the more orders you have, the less it matters';
const asked = (what: string) => none(`none is needed: ask, and take ${what}`);

/** Who learns the numbers of each exported set. One line a set; a test holds it against the sets and functions there are. */
export const learners: Readonly<Record<string, SetLearner>> = {
  airlineExpectation: { ...fitted('fitExpectation'), but: ofExpectation() },
  attractionStudies: none(
    'none: an experiment with other promises would tell; published effects stand in for it',
  ),
  backtestDefaults: none(setting),
  capabilityDefaults: none(setting),
  cdnowOrderValues: fitted('fitGammaGamma'),
  cdnowPurchases: fitted('fitBgNbd'),
  driftDefaults: none('none: how soon to raise an alarm, and how seldom for nothing; choose it'),
  expectationDefaults: { ...fitted('fitUpdating'), but: ofExpectation() },
  fittedDefaults: none(setting),
  folkloreWordOfMouth: none('none: a saying in numbers, kept to compare with'),
  frictionDefaults: none('none: weigh the ways to complain by how many customers give up on each'),
  highEndRetention: fitted('fitRetention'),
  imageSatisfaction: fitted('fitSatisfaction'),
  listeningDefaults: none('none: a rule of reading; try it on texts that people have read'),
  marketplaceSatisfaction: fitted('fitSatisfaction'),
  mixedSatisfaction: fitted('fitSatisfaction'),
  outcomeDefaults: none('none: ask from which difference on customers notice it'),
  promiseDefaults: none(rule),
  promiserDefaults: none(setting),
  reassuranceDefaults: none(rule),
  recoveryDefaults: fitted('fitRecovery'),
  responseDefaults: none(rule),
  simulationDefaults: none('none: the made-up market; set it to rates that your orders show'),
  surveyDefaults: {
    ...none(rule),
    but: {
      answerSd: none(
        'none: ask the same customers twice; the spread of the differences over the root of 2',
      ),
    },
  },
  surveyIntentions: fitted('fitIntentions'),
  surveySatisfaction: fitted('fitSatisfaction'),
  switchingDefaults: {
    ...fitted('fitSwitching'),
    but: {
      switchingCost: none('none: no choice tells it from inertia; ask what a change takes'),
    },
  },
  tk92Satisfaction: fitted('fitSatisfaction'),
  valueSatisfaction: fitted('fitSatisfaction'),
  wordOfMouthDefaults: fitted('fitWordOfMouth'),
};

/** What neither the weights nor the moves of expectations say. */
function ofExpectation(): Readonly<Record<string, Learner>> {
  return {
    experienceSd: fitted('fitUpdating'),
    informationSd: fitted('fitUpdating'),
    driftVariancePerDay: fitted('fitUpdating'),
    desiredRise: fitted('fitUpdating'),
    desiredHalfLifeDays: fitted('fitUpdating'),
    otherFactorShare: fitted('fitExpectation'),
    signalSd: none('none: it sets the scale of variances, on which fitUpdating learns'),
    promiseTrust: none('none: a rule of what counts as a promise'),
    referencePriceLevel: none(
      'none: it takes customers asked at several prices; fitExpectation learns what the price weighs',
    ),
    priceExponent: none('none: as referencePriceLevel'),
    aspiration: asked(
      'the mean of (desired - predicted) / (100 - predicted) without offers and needs',
    ),
    competitorExtra: asked(
      'the mean of (desired - offer) / (100 - offer) of those who know an offer',
    ),
    tolerance: asked('the mean of (predicted - adequate) / predicted of those with a neutral role'),
    neutralRole: none('none: the middle of the scale that roles are asked on'),
    roleInfluence: asked('how far adequate lies from the others, by role'),
    adequateFollows: asked('the slope of changes of adequate on changes of predicted'),
    settlingInDays: none(
      'none: a rule that parts stages; compare rules by the losses of fitExpectation',
    ),
    minimumUses: none('none: as settlingInDays'),
  };
}

/** Who learns a number of a set, or why nobody does; undefined for a set that is not in the list. */
export function learnerOf(set: string, number: string): Learner | undefined {
  const learner = learners[set];
  return learner?.but?.[number] ?? learner;
}

/** The same as a cell of a table. */
export function learnerText(set: string, number: string): string {
  const learner = learnerOf(set, number);
  if (learner === undefined) return '';
  return 'by' in learner ? `\`${learner.by}\`` : learner.why;
}

import { fitExpectation } from 'overdeliver/expectation';
import { once } from '../../../src/input/once';
import { newcomers, quick, survey } from './survey';

/** What is learnt from the survey. */
export const surveyFit = once(() => fitExpectation(survey, quick));

/** And from newcomers alone. */
export const newcomersFit = once(() => fitExpectation(newcomers, quick));
